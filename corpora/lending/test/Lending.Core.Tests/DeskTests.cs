using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Lending.Catalogue;
using Lending.Loans;
using Lending.Patrons;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class DeskTests
    {
        private Library library;
        private string ann;
        private string bob;
        private string book;

        [SetUp]
        public void Open_the_library()
        {
            library = new Library();
            ann = library.AddPatron(1);
            bob = library.AddPatron(2);
            book = library.AddCopy(1);
        }

        [Test]
        public void Lends_by_the_policy()
        {
            DeskAnswer answer = library.Desk.Lend(ann, book);
            Assert.That(answer.Granted, Is.True);
            Assert.That(answer.Loan.DueOn, Is.EqualTo(Samples.Day(2026, 3, 30)));
            Assert.That(answer.Loan.LentOn, Is.EqualTo(Samples.Day(2026, 3, 2)));
            Assert.That(library.Trail.Entries, Is.EqualTo(new[] { "lent " + ann + " " + book }));
        }

        [Test]
        public void Knows_cards_and_copies()
        {
            Assert.That(library.Desk.Lend(Samples.CardNumber(9), book).Refusal, Is.EqualTo(Refusal.UnknownCard));
            Assert.That(library.Desk.Lend(null, book).Refusal, Is.EqualTo(Refusal.UnknownCard));
            Assert.That(library.Desk.Lend(ann, Samples.CopyNumber(9)).Refusal, Is.EqualTo(Refusal.UnknownCopy));
            Assert.That(library.Trail.Entries, Is.Empty);
        }

        [Test]
        public void Lends_a_copy_once()
        {
            library.Desk.Lend(ann, book);
            Assert.That(library.Desk.Lend(bob, book).Refusal, Is.EqualTo(Refusal.AlreadyLent));
        }

        [Test]
        public void Reference_copies_stay_in_the_house()
        {
            library.Shelf.Find(book).ReferenceOnly = true;
            Assert.That(library.Desk.Lend(ann, book).Refusal, Is.EqualTo(Refusal.ReferenceOnly));
        }

        [Test]
        public void A_membership_that_has_ended_lends_nothing()
        {
            library.GoTo(2031, 1, 1);
            Assert.That(library.Desk.Lend(ann, book).Refusal, Is.EqualTo(Refusal.MembershipEnded));
        }

        [TestCase("9.95", Refusal.None)]
        [TestCase("10.00", Refusal.OwesTooMuch)]
        public void Debts_stop_lending(string debt, Refusal expected)
        {
            library.Desk.AccountOf(ann).Charge(library.Today, decimal.Parse(debt, System.Globalization.CultureInfo.InvariantCulture), "x");
            Assert.That(library.Desk.Lend(ann, book).Refusal, Is.EqualTo(expected));
        }

        [Test]
        public void Overdue_loans_stop_lending()
        {
            library.Desk.Lend(ann, book);
            string other = library.AddCopy(2);
            library.GoTo(2026, 3, 31);
            Assert.That(library.Desk.Lend(ann, other).Refusal, Is.EqualTo(Refusal.HasOverdueLoans));
            Assert.That(library.Desk.Lend(bob, other).Granted, Is.True);
        }

        [Test]
        public void There_is_a_largest_number_of_loans()
        {
            string child = library.AddPatron(3, PatronCategory.Child);
            for (int i = 0; i < 10; i++)
            {
                Assert.That(library.Desk.Lend(child, library.AddCopy(100 + i)).Granted, Is.True);
            }

            Assert.That(library.Desk.Lend(child, book).Refusal, Is.EqualTo(Refusal.TooManyLoans));
        }

        [Test]
        public void Renews_within_the_policy()
        {
            library.Desk.Lend(ann, book);
            library.GoTo(2026, 3, 28);
            DeskAnswer first = library.Desk.Renew(book);
            Assert.That(first.Granted, Is.True);
            Assert.That(first.Loan.DueOn, Is.EqualTo(Samples.Day(2026, 4, 25)));
            Assert.That(first.Loan.Renewals, Is.EqualTo(1));
            Assert.That(library.Desk.Renew(book).Granted, Is.True);
            Assert.That(library.Desk.Renew(book).Refusal, Is.EqualTo(Refusal.NoRenewalLeft));
            Assert.That(library.Trail.Entries.Count(e => e.StartsWith("renewed", StringComparison.Ordinal)), Is.EqualTo(2));
        }

        [Test]
        public void Films_are_not_renewed()
        {
            string film = library.AddCopy(2, MediaKind.Film);
            library.Desk.Lend(ann, film);
            DeskAnswer answer = library.Desk.Renew(film);
            Assert.That(answer.Refusal, Is.EqualTo(Refusal.NoRenewalLeft));
            Assert.That(answer.Loan.Renewals, Is.EqualTo(0));
        }

        [Test]
        public void What_another_waits_for_is_not_renewed()
        {
            library.Desk.Lend(ann, book);
            library.Holds.Place(book, bob, library.Today);
            Assert.That(library.Desk.Renew(book).Refusal, Is.EqualTo(Refusal.HeldForAnother));
        }

        [Test]
        public void Debts_and_an_ended_membership_stop_renewals()
        {
            library.Desk.Lend(ann, book);
            library.Desk.AccountOf(ann).Charge(library.Today, 10m, "x");
            Assert.That(library.Desk.Renew(book).Refusal, Is.EqualTo(Refusal.OwesTooMuch));
            library.GoTo(2031, 1, 1);
            Assert.That(library.Desk.Renew(book).Refusal, Is.EqualTo(Refusal.MembershipEnded));
        }

        [Test]
        public void What_is_not_lent_is_neither_renewed_nor_taken_back()
        {
            Assert.That(library.Desk.Renew(book).Refusal, Is.EqualTo(Refusal.NotLent));
            Assert.That(library.Desk.TakeBack(book).Refusal, Is.EqualTo(Refusal.NotLent));
            Assert.That(library.Desk.TakeBack(null).Refusal, Is.EqualTo(Refusal.NotLent));
        }

        [Test]
        public void Takes_back_in_time_without_a_fine()
        {
            library.Desk.Lend(ann, book);
            library.GoTo(2026, 3, 30);
            DeskAnswer answer = library.Desk.TakeBack(book);
            Assert.That(answer.Granted, Is.True);
            Assert.That(answer.Fine, Is.EqualTo(0m));
            Assert.That(library.Desk.AccountOf(ann).Charges, Is.Empty);
            Assert.That(library.Desk.LoansOf(ann), Is.Empty);
            Assert.That(library.Trail.Entries.Last(), Is.EqualTo("returned " + ann + " " + book));
        }

        [Test]
        public void Charges_what_comes_back_late()
        {
            library.Desk.Lend(ann, book);
            library.GoTo(2026, 4, 4);
            DeskAnswer answer = library.Desk.TakeBack(book);
            Assert.That(answer.Fine, Is.EqualTo(1.25m));
            Assert.That(library.Desk.AccountOf(ann).Balance, Is.EqualTo(1.25m));
            Assert.That(library.Desk.AccountOf(ann).Charges[0].Reason, Is.EqualTo("Late: Work 1"));
        }

        [Test]
        public void Puts_a_returned_copy_aside_for_who_waits()
        {
            library.Desk.Lend(ann, book);
            library.Holds.Place(book, bob, library.Today);
            Assert.That(library.Desk.TakeBack(book).HeldFor, Is.EqualTo(bob));
            Assert.That(library.Desk.Lend(ann, book).Refusal, Is.EqualTo(Refusal.HeldForAnother));
            Assert.That(library.Desk.Lend(bob, book).Granted, Is.True);
            Assert.That(library.Holds.IsWanted(book), Is.False);
        }

        [Test]
        public void What_is_not_picked_up_in_time_may_be_lent_to_others()
        {
            library.Desk.Lend(ann, book);
            library.Holds.Place(book, bob, library.Today);
            library.Desk.TakeBack(book);
            library.GoTo(2026, 3, 7);
            Assert.That(library.Desk.Lend(ann, book).Refusal, Is.EqualTo(Refusal.HeldForAnother));
            library.GoTo(2026, 3, 9);
            Assert.That(library.Desk.Lend(ann, book).Granted, Is.True);
        }

        [Test]
        public void Loans_are_listed_soonest_due_first()
        {
            string film = library.AddCopy(2, MediaKind.Film);
            library.Desk.Lend(ann, book);
            library.Desk.Lend(ann, film);
            Assert.That(library.Desk.LoansOf(ann).Select(l => l.Copy.Barcode), Is.EqualTo(new[] { film, book }));
            Assert.That(library.Desk.LoansOf(bob), Is.Empty);
        }

        [Test]
        public void A_card_is_registered_once()
        {
            LendingException error = Assert.Throws<LendingException>(() => library.Desk.Register(Samples.Patron(1)));
            Assert.That(error.Message, Does.Contain("**********0014"));
            Assert.That(error.Message, Does.Not.Contain(ann));
        }

        [Test]
        public void There_is_no_account_without_a_patron()
        {
            Assert.Throws<LendingException>(() => library.Desk.AccountOf(Samples.CardNumber(9)));
            Assert.Throws<LendingException>(() => library.Desk.AccountOf(null));
        }

        [Test]
        public void Tells_of_a_return_outside_of_its_lock()
        {
            library.Desk.Lend(ann, book);
            int loans = -1;
            library.Desk.Returned += (sender, answer) =>
            {
                Task<int> other = Task.Run(() => library.Desk.LoansOf(ann).Count);
                Assert.That(other.Wait(TimeSpan.FromSeconds(5)), Is.True);
                loans = other.Result;
            };
            library.Desk.TakeBack(book);
            Assert.That(loans, Is.EqualTo(0));
        }

        [Test]
        public void Lends_one_copy_to_one_of_many_at_the_same_time()
        {
            string[] cards = Enumerable.Range(10, 16).Select(i => library.AddPatron(i)).ToArray();
            int granted = 0;
            Parallel.ForEach(cards, card =>
            {
                if (library.Desk.Lend(card, book).Granted)
                {
                    Interlocked.Increment(ref granted);
                }
            });
            Assert.That(granted, Is.EqualTo(1));
        }
    }
}
