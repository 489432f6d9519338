using System;

namespace Lending.Fines
{
    /// <summary>One debt of a patron.</summary>
    public sealed class Charge
    {
        internal Charge(int number, DateTime on, decimal amount, string reason)
        {
            Number = number;
            On = on.Date;
            Amount = amount;
            Reason = reason;
        }

        public int Number { get; private set; }

        public DateTime On { get; private set; }

        public decimal Amount { get; private set; }

        public string Reason { get; private set; }

        public decimal Settled { get; private set; }

        public decimal Open
        {
            get { return Amount - Settled; }
        }

        internal void Settle(decimal amount)
        {
            Settled += amount;
        }
    }
}
