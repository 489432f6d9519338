using System;
using Lending.Calendars;
using Lending.Catalogue;
using Lending.Loans;
using Lending.Patrons;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class LoanTests
    {
        [TestCase(PatronCategory.Adult, MediaKind.Book, 28, 2)]
        [TestCase(PatronCategory.Child, MediaKind.Book, 28, 2)]
        [TestCase(PatronCategory.Student, MediaKind.Book, 56, 3)]
        [TestCase(PatronCategory.Staff, MediaKind.Book, 90, 5)]
        [TestCase(PatronCategory.Senior, MediaKind.Book, 28, 2)]
        [TestCase(PatronCategory.Adult, MediaKind.Periodical, 7, 1)]
        [TestCase(PatronCategory.Student, MediaKind.AudioDisc, 14, 1)]
        [TestCase(PatronCategory.Adult, MediaKind.Film, 7, 0)]
        [TestCase(PatronCategory.Senior, MediaKind.Film, 14, 1)]
        [TestCase(PatronCategory.Staff, MediaKind.Equipment, 3, 0)]
        public void Standard_terms(PatronCategory category, MediaKind kind, int days, int renewals)
        {
            LoanPolicy policy = PolicyTable.Standard.For(category, kind);
            Assert.That(policy.LoanDays, Is.EqualTo(days));
            Assert.That(policy.Renewals, Is.EqualTo(renewals));
        }

        [TestCase(PatronCategory.Adult, MediaKind.Book, 0.25, 10, 2)]
        [TestCase(PatronCategory.Adult, MediaKind.Periodical, 0.25, 5, 2)]
        [TestCase(PatronCategory.Adult, MediaKind.AudioDisc, 0.50, 10, 1)]
        [TestCase(PatronCategory.Adult, MediaKind.Film, 1, 15, 0)]
        [TestCase(PatronCategory.Senior, MediaKind.Film, 0.50, 7.50, 1)]
        [TestCase(PatronCategory.Adult, MediaKind.Equipment, 2.50, 50, 0)]
        [TestCase(PatronCategory.Staff, MediaKind.Book, 0, 0, 0)]
        public void Standard_fines(PatronCategory category, MediaKind kind, decimal daily, decimal largest, int grace)
        {
            LoanPolicy policy = PolicyTable.Standard.For(category, kind);
            Assert.That(policy.DailyFine, Is.EqualTo(daily));
            Assert.That(policy.LargestFine, Is.EqualTo(largest));
            Assert.That(policy.GraceDays, Is.EqualTo(grace));
        }

        [TestCase(PatronCategory.Child, 10)]
        [TestCase(PatronCategory.Adult, 15)]
        [TestCase(PatronCategory.Senior, 15)]
        [TestCase(PatronCategory.Student, 25)]
        [TestCase(PatronCategory.Staff, 40)]
        public void Largest_number_of_loans(PatronCategory category, int expected)
        {
            Assert.That(PolicyTable.LargestNumberOfLoans(category), Is.EqualTo(expected));
        }

        [Test]
        public void The_most_specific_policy_counts()
        {
            LoanPolicy first = new LoanPolicy(1, 0, 0m, 0m, 0);
            LoanPolicy second = new LoanPolicy(2, 0, 0m, 0m, 0);
            LoanPolicy third = new LoanPolicy(3, 0, 0m, 0m, 0);
            PolicyTable table = new PolicyTable(first).With(MediaKind.Film, second).With(PatronCategory.Child, MediaKind.Film, third);
            Assert.That(table.For(PatronCategory.Child, MediaKind.Book), Is.SameAs(first));
            Assert.That(table.For(PatronCategory.Adult, MediaKind.Film), Is.SameAs(second));
            Assert.That(table.For(PatronCategory.Child, MediaKind.Film), Is.SameAs(third));
        }

        [TestCase(-1, 0, 0, 0, 0)]
        [TestCase(0, -1, 0, 0, 0)]
        [TestCase(0, 0, -1, 0, 0)]
        [TestCase(0, 0, 0, -1, 0)]
        [TestCase(0, 0, 0, 0, -1)]
        public void A_policy_has_nothing_negative(int days, int renewals, int daily, int largest, int grace)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new LoanPolicy(days, renewals, daily, largest, grace));
        }

        [TestCase(28, "2026-03-02", "2030-12-31", "2026-03-30")]
        [TestCase(6, "2026-03-02", "2030-12-31", "2026-03-09")]
        [TestCase(28, "2026-03-02", "2026-03-20", "2026-03-20")]
        [TestCase(0, "2026-03-02", "2030-12-31", "2026-03-02")]
        [TestCase(28, "2026-03-02", "2026-02-20", "2026-03-02")]
        public void A_loan_is_due_on_an_open_day_within_the_membership(int days, string lent, string ends, string expected)
        {
            DateTime due = DueDates.For(
                new LoanPolicy(days, 0, 0m, 0m, 0), DateTime.Parse(lent).AddHours(17), OpeningCalendar.MondayToSaturday, DateTime.Parse(ends));
            Assert.That(due, Is.EqualTo(DateTime.Parse(expected)));
        }

        [Test]
        public void A_renewal_counts_from_today_and_never_shortens()
        {
            LoanPolicy policy = new LoanPolicy(7, 1, 0m, 0m, 0);
            Loan loan = Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 30));
            Assert.That(DueDates.ForRenewal(loan, policy, Samples.Day(2026, 3, 10), OpeningCalendar.MondayToSaturday), Is.EqualTo(Samples.Day(2026, 3, 30)));
            Assert.That(DueDates.ForRenewal(loan, policy, Samples.Day(2026, 3, 28), OpeningCalendar.MondayToSaturday), Is.EqualTo(Samples.Day(2026, 4, 4)));
        }

        [Test]
        public void A_loan_is_overdue_from_the_day_after()
        {
            Loan loan = Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 30));
            Assert.That(loan.IsOverdueOn(new DateTime(2026, 3, 30, 23, 59, 0)), Is.False);
            Assert.That(loan.IsOverdueOn(Samples.Day(2026, 3, 31)), Is.True);
        }

        [Test]
        public void A_loan_is_not_due_before_it_is_lent()
        {
            Assert.Throws<ArgumentException>(() => Samples.Loan(Samples.Day(2026, 3, 2), Samples.Day(2026, 3, 1)));
        }
    }
}
