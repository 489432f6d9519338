namespace Lending.Loans
{
    /// <summary>What the desk answers.</summary>
    public sealed class DeskAnswer
    {
        private DeskAnswer(Refusal refusal, Loan loan, decimal fine, string heldFor)
        {
            Refusal = refusal;
            Loan = loan;
            Fine = fine;
            HeldFor = heldFor;
        }

        public Refusal Refusal { get; private set; }

        public bool Granted
        {
            get { return Refusal == Refusal.None; }
        }

        /// <summary>The loan in question; null where there is none.</summary>
        public Loan Loan { get; private set; }

        /// <summary>What was charged when the copy came back.</summary>
        public decimal Fine { get; private set; }

        /// <summary>The card of the patron for whom a returned copy is put aside, or null.</summary>
        public string HeldFor { get; private set; }

        internal static DeskAnswer No(Refusal refusal, Loan loan = null)
        {
            return new DeskAnswer(refusal, loan, 0m, null);
        }

        internal static DeskAnswer Yes(Loan loan, decimal fine = 0m, string heldFor = null)
        {
            return new DeskAnswer(Refusal.None, loan, fine, heldFor);
        }
    }
}
