using System;
using Lending.Calendars;
using Lending.Loans;
using Lending.Patrons;

namespace Lending.Fines
{
    /// <summary>What coming back late costs.</summary>
    public static class FineRules
    {
        /// <summary>Fines are multiples of this.</summary>
        public const decimal SmallestCoin = 0.05m;

        /// <summary>
        /// Nothing within the grace days; after them every open day late counts, the grace days too. Children pay half. Rounded to
        /// the smallest coin, halves up; never more than the policy's largest fine or the replacement of the copy.
        /// </summary>
        public static decimal For(Loan loan, DateTime returnedOn, LoanPolicy policy, OpeningCalendar calendar)
        {
            int late = calendar.OpenDaysBetween(loan.DueOn, returnedOn);
            if (late <= policy.GraceDays)
            {
                return 0m;
            }

            decimal fine = late * policy.DailyFine;
            if (loan.Patron.Category == PatronCategory.Child)
            {
                fine = fine / 2;
            }

            decimal limit = Math.Min(policy.LargestFine, loan.Copy.Title.ReplacementCost);
            return Math.Min(RoundToCoin(fine), limit);
        }

        /// <summary>What is asked for a copy that does not come back: its replacement and a fee of 5.00.</summary>
        public static decimal ForLoss(Loan loan)
        {
            const decimal Fee = 5.00m;
            return loan.Copy.Title.ReplacementCost + Fee;
        }

        public static decimal RoundToCoin(decimal amount)
        {
            return Math.Round(amount / SmallestCoin, 0, MidpointRounding.AwayFromZero) * SmallestCoin;
        }
    }
}
