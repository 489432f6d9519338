using System;
using System.Collections.Generic;
using System.Linq;
using Lending.Calendars;
using Lending.Catalogue;
using Lending.Fines;
using Lending.Holds;
using Lending.Patrons;

namespace Lending.Loans
{
    /// <summary>Lends, renews and takes back. May be used from several threads.</summary>
    public sealed class LendingDesk
    {
        /// <summary>Who owes this much or more borrows and renews nothing.</summary>
        public const decimal DebtLimit = 10m;

        private readonly object gate = new object();
        private readonly Dictionary<string, Patron> patrons = new Dictionary<string, Patron>(StringComparer.Ordinal);
        private readonly Dictionary<string, Loan> loans = new Dictionary<string, Loan>(StringComparer.Ordinal);
        private readonly Dictionary<string, Account> accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        private readonly Shelf shelf;
        private readonly PolicyTable policies;
        private readonly OpeningCalendar calendar;
        private readonly LibraryTime time;
        private readonly HoldShelf holds;
        private readonly IAuditTrail audit;

        public LendingDesk(
            Shelf shelf, PolicyTable policies, OpeningCalendar calendar, LibraryTime time, HoldShelf holds, IAuditTrail audit)
        {
            this.shelf = shelf ?? throw new ArgumentNullException("shelf");
            this.policies = policies ?? throw new ArgumentNullException("policies");
            this.calendar = calendar ?? throw new ArgumentNullException("calendar");
            this.time = time ?? throw new ArgumentNullException("time");
            this.holds = holds ?? throw new ArgumentNullException("holds");
            this.audit = audit ?? throw new ArgumentNullException("audit");
        }

        /// <summary>Raised after a copy has come back, outside of the desk's lock.</summary>
        public event EventHandler<DeskAnswer> Returned;

        public void Register(Patron patron)
        {
            if (patron == null)
            {
                throw new ArgumentNullException("patron");
            }

            lock (gate)
            {
                if (patrons.ContainsKey(patron.Card))
                {
                    throw new LendingException("The card " + Barcode.Mask(patron.Card) + " is registered already.");
                }

                patrons.Add(patron.Card, patron);
                accounts.Add(patron.Card, new Account());
            }
        }

        public Account AccountOf(string card)
        {
            lock (gate)
            {
                Account account;
                if (card == null || !accounts.TryGetValue(card, out account))
                {
                    throw new LendingException("There is no patron with the card " + Barcode.Mask(card) + ".");
                }

                return account;
            }
        }

        /// <summary>A patron's loans, soonest due first.</summary>
        public IReadOnlyList<Loan> LoansOf(string card)
        {
            lock (gate)
            {
                return loans.Values
                    .Where(l => l.Patron.Card == card)
                    .OrderBy(l => l.DueOn)
                    .ThenBy(l => l.Copy.Barcode, StringComparer.Ordinal)
                    .ToList();
            }
        }

        public DeskAnswer Lend(string card, string barcode)
        {
            lock (gate)
            {
                DateTime today = time.Today;
                Patron patron = PatronOf(card);
                Copy copy = shelf.Find(barcode);
                Refusal refusal = patron == null ? Refusal.UnknownCard
                    : copy == null ? Refusal.UnknownCopy
                    : WhyNotLend(patron, copy, today);
                if (refusal != Refusal.None)
                {
                    return DeskAnswer.No(refusal);
                }

                LoanPolicy policy = policies.For(patron.Category, copy.Title.Kind);
                Loan loan = new Loan(copy, patron, today, DueDates.For(policy, today, calendar, patron.MembershipEnds));
                loans.Add(barcode, loan);
                holds.PickedUp(barcode, card);
                audit.Write("lent", card, barcode);
                return DeskAnswer.Yes(loan);
            }
        }

        public DeskAnswer Renew(string barcode)
        {
            lock (gate)
            {
                Loan loan;
                if (barcode == null || !loans.TryGetValue(barcode, out loan))
                {
                    return DeskAnswer.No(Refusal.NotLent);
                }

                DateTime today = time.Today;
                LoanPolicy policy = policies.For(loan.Patron.Category, loan.Copy.Title.Kind);
                Refusal refusal = WhyNotRenew(loan, policy, today);
                if (refusal != Refusal.None)
                {
                    return DeskAnswer.No(refusal, loan);
                }

                loan.Renew(DueDates.ForRenewal(loan, policy, today, calendar));
                audit.Write("renewed", loan.Patron.Card, barcode);
                return DeskAnswer.Yes(loan);
            }
        }

        public DeskAnswer TakeBack(string barcode)
        {
            DeskAnswer answer;
            lock (gate)
            {
                Loan loan;
                if (barcode == null || !loans.TryGetValue(barcode, out loan))
                {
                    return DeskAnswer.No(Refusal.NotLent);
                }

                DateTime today = time.Today;
                LoanPolicy policy = policies.For(loan.Patron.Category, loan.Copy.Title.Kind);
                decimal fine = FineRules.For(loan, today, policy, calendar);
                if (fine > 0)
                {
                    accounts[loan.Patron.Card].Charge(today, fine, "Late: " + loan.Copy.Title.Name);
                }

                loans.Remove(barcode);
                string heldFor = holds.PutAside(barcode, today);
                audit.Write("returned", loan.Patron.Card, barcode);
                answer = DeskAnswer.Yes(loan, fine, heldFor);
            }

            EventHandler<DeskAnswer> returned = Returned;
            if (returned != null)
            {
                returned(this, answer);
            }

            return answer;
        }

        private Patron PatronOf(string card)
        {
            Patron patron;
            return card != null && patrons.TryGetValue(card, out patron) ? patron : null;
        }

        private Refusal WhyNotLend(Patron patron, Copy copy, DateTime today)
        {
            if (!patron.IsMemberOn(today))
            {
                return Refusal.MembershipEnded;
            }

            if (copy.ReferenceOnly)
            {
                return Refusal.ReferenceOnly;
            }

            if (loans.ContainsKey(copy.Barcode))
            {
                return Refusal.AlreadyLent;
            }

            if (accounts[patron.Card].Balance >= DebtLimit)
            {
                return Refusal.OwesTooMuch;
            }

            List<Loan> current = loans.Values.Where(l => l.Patron.Card == patron.Card).ToList();
            if (current.Any(l => l.IsOverdueOn(today)))
            {
                return Refusal.HasOverdueLoans;
            }

            if (current.Count >= PolicyTable.LargestNumberOfLoans(patron.Category))
            {
                return Refusal.TooManyLoans;
            }

            string heldFor = holds.AsideFor(copy.Barcode, today);
            return heldFor != null && heldFor != patron.Card ? Refusal.HeldForAnother : Refusal.None;
        }

        private Refusal WhyNotRenew(Loan loan, LoanPolicy policy, DateTime today)
        {
            if (!loan.Patron.IsMemberOn(today))
            {
                return Refusal.MembershipEnded;
            }

            if (accounts[loan.Patron.Card].Balance >= DebtLimit)
            {
                return Refusal.OwesTooMuch;
            }

            if (loan.Renewals >= policy.Renewals)
            {
                return Refusal.NoRenewalLeft;
            }

            return holds.IsWanted(loan.Copy.Barcode) ? Refusal.HeldForAnother : Refusal.None;
        }
    }
}
