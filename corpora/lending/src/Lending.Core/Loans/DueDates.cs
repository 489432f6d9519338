using System;
using Lending.Calendars;

namespace Lending.Loans
{
    /// <summary>When a loan is due.</summary>
    public static class DueDates
    {
        /// <summary>
        /// The day after the policy's number of days, moved on to the next open day. It is not later than the end of the
        /// membership, except that it is never before the day of lending.
        /// </summary>
        public static DateTime For(LoanPolicy policy, DateTime lentOn, OpeningCalendar calendar, DateTime membershipEnds)
        {
            DateTime due = calendar.OpenOnOrAfter(lentOn.Date.AddDays(policy.LoanDays));
            if (due > membershipEnds.Date)
            {
                due = membershipEnds.Date;
            }

            return due < lentOn.Date ? lentOn.Date : due;
        }

        /// <summary>A renewal counts from today, and never makes a loan due earlier than it was.</summary>
        public static DateTime ForRenewal(Loan loan, LoanPolicy policy, DateTime today, OpeningCalendar calendar)
        {
            DateTime due = For(policy, today, calendar, loan.Patron.MembershipEnds);
            return due > loan.DueOn ? due : loan.DueOn;
        }
    }
}
