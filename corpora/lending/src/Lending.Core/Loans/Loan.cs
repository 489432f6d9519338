using System;
using Lending.Catalogue;
using Lending.Patrons;

namespace Lending.Loans
{
    /// <summary>One copy in one patron's hands.</summary>
    public sealed class Loan
    {
        public Loan(Copy copy, Patron patron, DateTime lentOn, DateTime dueOn)
        {
            Copy = copy ?? throw new ArgumentNullException("copy");
            Patron = patron ?? throw new ArgumentNullException("patron");
            if (dueOn.Date < lentOn.Date)
            {
                throw new ArgumentException("A loan cannot be due before it is lent.", "dueOn");
            }

            LentOn = lentOn.Date;
            DueOn = dueOn.Date;
        }

        public Copy Copy { get; private set; }

        public Patron Patron { get; private set; }

        public DateTime LentOn { get; private set; }

        /// <summary>The last day on which it comes back in time.</summary>
        public DateTime DueOn { get; private set; }

        public int Renewals { get; private set; }

        public bool IsOverdueOn(DateTime day)
        {
            return day.Date > DueOn;
        }

        internal void Renew(DateTime dueOn)
        {
            DueOn = dueOn.Date;
            Renewals++;
        }
    }
}
