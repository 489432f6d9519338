using System;
using System.Collections.Generic;
using System.Linq;

namespace Lending.Fines
{
    /// <summary>What a patron owes. May be used from several threads.</summary>
    public sealed class Account
    {
        private readonly object gate = new object();
        private readonly List<Charge> charges = new List<Charge>();
        private readonly HashSet<string> receipts = new HashSet<string>(StringComparer.Ordinal);

        public decimal Balance
        {
            get
            {
                lock (gate)
                {
                    return charges.Sum(c => c.Open);
                }
            }
        }

        /// <summary>All charges as they are now, oldest first.</summary>
        public IReadOnlyList<Charge> Charges
        {
            get
            {
                lock (gate)
                {
                    return charges.OrderBy(c => c.On).ThenBy(c => c.Number).ToList();
                }
            }
        }

        public Charge Charge(DateTime on, decimal amount, string reason)
        {
            if (amount <= 0)
            {
                throw new ArgumentOutOfRangeException("amount", "A charge is more than nothing.");
            }

            lock (gate)
            {
                Charge charge = new Charge(charges.Count + 1, on, amount, reason ?? string.Empty);
                charges.Add(charge);
                return charge;
            }
        }

        /// <summary>
        /// Settles charges, oldest first. A receipt counts once: the same one again changes nothing. Returns what was settled.
        /// </summary>
        public decimal Pay(string receipt, decimal amount)
        {
            if (string.IsNullOrWhiteSpace(receipt))
            {
                throw new ArgumentException("A payment needs a receipt.", "receipt");
            }

            if (amount <= 0)
            {
                throw new ArgumentOutOfRangeException("amount", "A payment is more than nothing.");
            }

            lock (gate)
            {
                if (receipts.Contains(receipt))
                {
                    return 0m;
                }

                decimal owed = charges.Sum(c => c.Open);
                if (amount > owed)
                {
                    throw new LendingException("The payment is more than what is owed.");
                }

                receipts.Add(receipt);
                Settle(amount);
                return amount;
            }
        }

        /// <summary>Forgives what is still open of one charge.</summary>
        public decimal Waive(int number)
        {
            lock (gate)
            {
                Charge charge = charges.FirstOrDefault(c => c.Number == number);
                if (charge == null)
                {
                    throw new LendingException("There is no charge with the number " + number + ".");
                }

                decimal forgiven = charge.Open;
                charge.Settle(forgiven);
                return forgiven;
            }
        }

        private void Settle(decimal amount)
        {
            decimal left = amount;
            foreach (Charge charge in charges.OrderBy(c => c.On).ThenBy(c => c.Number))
            {
                decimal part = Math.Min(left, charge.Open);
                charge.Settle(part);
                left -= part;
            }
        }
    }
}
