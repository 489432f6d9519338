using System;
using System.Collections.Generic;
using System.Linq;
using Lending.Loans;

namespace Lending.Notices
{
    /// <summary>Which notices are to go out on a day.</summary>
    public static class NoticePlan
    {
        public const int ReminderDays = 3;
        public const int FirstOverdueDays = 1;
        public const int SecondOverdueDays = 7;
        public const int FinalOverdueDays = 21;

        /// <summary>The notice for a loan on a day, or null. Days are calendar days; late ones stay due until the next kind.</summary>
        public static Notice For(Loan loan, DateTime today)
        {
            int late = (today.Date - loan.DueOn).Days;
            if (late >= FinalOverdueDays)
            {
                return new Notice(NoticeKind.FinalOverdue, loan);
            }

            if (late >= SecondOverdueDays)
            {
                return new Notice(NoticeKind.SecondOverdue, loan);
            }

            if (late >= FirstOverdueDays)
            {
                return new Notice(NoticeKind.FirstOverdue, loan);
            }

            bool soon = late <= 0 && late >= -ReminderDays;
            return soon && loan.LentOn < today.Date ? new Notice(NoticeKind.Reminder, loan) : null;
        }

        /// <summary>Notices of all patrons with an address, worst first, then by the day due.</summary>
        public static IReadOnlyList<Notice> For(IEnumerable<Loan> loans, DateTime today)
        {
            return loans
                .Where(l => !string.IsNullOrEmpty(l.Patron.Email))
                .Select(l => For(l, today))
                .Where(n => n != null)
                .OrderByDescending(n => n.Kind)
                .ThenBy(n => n.Loan.DueOn)
                .ToList();
        }
    }
}
