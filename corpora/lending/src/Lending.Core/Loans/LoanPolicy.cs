using System;

namespace Lending.Loans
{
    /// <summary>The terms on which something is lent.</summary>
    public sealed class LoanPolicy
    {
        public LoanPolicy(int loanDays, int renewals, decimal dailyFine, decimal largestFine, int graceDays)
        {
            if (loanDays < 0)
            {
                throw new ArgumentOutOfRangeException("loanDays", "Days of a loan cannot be negative.");
            }

            if (renewals < 0)
            {
                throw new ArgumentOutOfRangeException("renewals", "Renewals cannot be negative.");
            }

            if (dailyFine < 0 || largestFine < 0)
            {
                throw new ArgumentOutOfRangeException("dailyFine", "Fines cannot be negative.");
            }

            if (graceDays < 0)
            {
                throw new ArgumentOutOfRangeException("graceDays", "Days of grace cannot be negative.");
            }

            LoanDays = loanDays;
            Renewals = renewals;
            DailyFine = dailyFine;
            LargestFine = largestFine;
            GraceDays = graceDays;
        }

        /// <summary>Days from lending to the day due; 0 means due on the same day.</summary>
        public int LoanDays { get; private set; }

        public int Renewals { get; private set; }

        /// <summary>For each open day late.</summary>
        public decimal DailyFine { get; private set; }

        public decimal LargestFine { get; private set; }

        /// <summary>Open days late that cost nothing, if the copy comes back within them.</summary>
        public int GraceDays { get; private set; }
    }
}
