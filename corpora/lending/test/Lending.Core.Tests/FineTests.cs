using System;
using System.Linq;
using System.Threading.Tasks;
using Lending.Calendars;
using Lending.Catalogue;
using Lending.Fines;
using Lending.Loans;
using Lending.Patrons;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class FineTests
    {
        private static decimal Fine(string due, string returned, LoanPolicy policy, PatronCategory category = PatronCategory.Adult, decimal cost = 20m)
        {
            Loan loan = Samples.Loan(DateTime.Parse(due).AddDays(-7), DateTime.Parse(due), MediaKind.Book, cost, category);
            return FineRules.For(loan, DateTime.Parse(returned), policy, OpeningCalendar.MondayToSaturday);
        }

        private static readonly LoanPolicy Books = new LoanPolicy(28, 2, 0.25m, 10m, 2);

        [TestCase("2026-03-02", "2026-03-01", "0")]
        [TestCase("2026-03-02", "2026-03-02", "0")]
        [TestCase("2026-03-02", "2026-03-04", "0")]
        [TestCase("2026-03-02", "2026-03-05", "0.75")]
        [TestCase("2026-03-06", "2026-03-09", "0")]
        [TestCase("2026-03-06", "2026-03-10", "0.75")]
        [TestCase("2026-03-02", "2026-03-16", "3.00")]
        public void Grace_days_cost_nothing_unless_they_are_passed(string due, string returned, string expected)
        {
            Assert.That(Fine(due, returned, Books), Is.EqualTo(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        }

        [TestCase("2026-03-05", "0.40")]
        [TestCase("2026-03-06", "0.50")]
        public void Children_pay_half_rounded_to_the_coin(string returned, string expected)
        {
            Assert.That(Fine("2026-03-02", returned, Books, PatronCategory.Child), Is.EqualTo(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        }

        [Test]
        public void A_fine_is_at_most_the_policys_largest()
        {
            Assert.That(Fine("2026-03-02", "2026-06-30", Books), Is.EqualTo(10m));
        }

        [Test]
        public void A_fine_is_at_most_the_replacement()
        {
            Assert.That(Fine("2026-03-02", "2026-06-30", Books, PatronCategory.Adult, 4.30m), Is.EqualTo(4.30m));
        }

        [TestCase("0.024", "0.00")]
        [TestCase("0.025", "0.05")]
        [TestCase("0.074", "0.05")]
        [TestCase("0.075", "0.10")]
        [TestCase("0.125", "0.15")]
        public void Rounds_to_the_coin_halves_up(string amount, string expected)
        {
            Assert.That(
                FineRules.RoundToCoin(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)),
                Is.EqualTo(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)));
        }

        [Test]
        public void A_loss_costs_the_replacement_and_a_fee()
        {
            Assert.That(FineRules.ForLoss(Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 30), MediaKind.Film, 32.50m)), Is.EqualTo(37.50m));
        }

        [Test]
        public void The_balance_is_what_is_open()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 2), 3m, "late");
            account.Charge(Samples.Day(2026, 3, 3), 2m, null);
            account.Pay("r1", 4m);
            Assert.That(account.Balance, Is.EqualTo(1m));
            Assert.That(account.Charges.Select(c => c.Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(account.Charges[1].Reason, Is.Empty);
        }

        [Test]
        public void Payments_settle_the_oldest_charge_first()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 9), 3m, "newer");
            account.Charge(Samples.Day(2026, 3, 2), 2m, "older");
            account.Pay("r1", 2.50m);
            Assert.That(account.Charges.Select(c => c.Reason + " " + c.Open.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(new[] { "older 0.00", "newer 2.50" }));
        }

        [Test]
        public void A_receipt_counts_once()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 2), 5m, "late");
            Assert.That(account.Pay("r1", 2m), Is.EqualTo(2m));
            Assert.That(account.Pay("r1", 2m), Is.EqualTo(0m));
            Assert.That(account.Pay("r2", 2m), Is.EqualTo(2m));
            Assert.That(account.Balance, Is.EqualTo(1m));
        }

        [Test]
        public void Nobody_pays_more_than_is_owed()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 2), 5m, "late");
            Assert.Throws<LendingException>(() => account.Pay("r1", 5.01m));
            Assert.That(account.Balance, Is.EqualTo(5m));
            Assert.That(account.Pay("r1", 5m), Is.EqualTo(5m));
            Assert.That(account.Balance, Is.EqualTo(0m));
        }

        [Test]
        public void Amounts_are_more_than_nothing()
        {
            Account account = new Account();
            Assert.Throws<ArgumentOutOfRangeException>(() => account.Charge(Samples.Day(2026, 3, 2), 0m, "x"));
            Assert.Throws<ArgumentOutOfRangeException>(() => account.Pay("r", 0m));
            Assert.Throws<ArgumentException>(() => account.Pay(" ", 1m));
        }

        [Test]
        public void Waiving_forgives_what_is_open_of_one_charge()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 2), 5m, "a");
            account.Charge(Samples.Day(2026, 3, 3), 7m, "b");
            account.Pay("r1", 2m);
            Assert.That(account.Waive(1), Is.EqualTo(3m));
            Assert.That(account.Balance, Is.EqualTo(7m));
            Assert.That(account.Waive(1), Is.EqualTo(0m));
            Assert.Throws<LendingException>(() => account.Waive(3));
        }

        [Test]
        public void Payments_from_several_threads_settle_what_they_say()
        {
            Account account = new Account();
            account.Charge(Samples.Day(2026, 3, 2), 200m, "a");
            Parallel.For(0, 200, i => account.Pay("r" + i, 1m));
            Assert.That(account.Balance, Is.EqualTo(0m));
        }
    }
}
