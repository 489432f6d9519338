using System;
using System.Collections.Generic;
using Lending.Patrons;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class PatronTests
    {
        [TestCase("2000-06-15", "2026-06-14", 25)]
        [TestCase("2000-06-15", "2026-06-15", 26)]
        [TestCase("2000-06-15", "2026-05-20", 25)]
        [TestCase("2000-06-15", "2026-07-01", 26)]
        [TestCase("2004-02-29", "2026-02-28", 21)]
        [TestCase("2004-02-29", "2026-03-01", 22)]
        [TestCase("2026-06-15", "2026-06-15", 0)]
        public void Counts_full_years(string born, string day, int expected)
        {
            Assert.That(Age.On(DateTime.Parse(born), DateTime.Parse(day)), Is.EqualTo(expected));
        }

        [Test]
        public void Nobody_has_an_age_before_being_born()
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Age.On(new DateTime(2026, 6, 15), new DateTime(2026, 6, 14)));
        }

        [TestCase("2012-03-03", PatronCategory.Child)]
        [TestCase("2012-03-02", PatronCategory.Adult)]
        [TestCase("1959-03-03", PatronCategory.Adult)]
        [TestCase("1959-03-02", PatronCategory.Senior)]
        public void Category_follows_from_age(string born, PatronCategory expected)
        {
            Assert.That(Age.CategoryOn(DateTime.Parse(born), new DateTime(2026, 3, 2)), Is.EqualTo(expected));
        }

        [Test]
        public void A_patron_needs_a_card_and_a_name()
        {
            Assert.Throws<ArgumentException>(() => new Patron(Samples.CopyNumber(1), "x", PatronCategory.Adult, DateTime.MaxValue));
            Assert.Throws<ArgumentException>(() => new Patron(Samples.CardNumber(1), " ", PatronCategory.Adult, DateTime.MaxValue));
            Assert.That(new Patron(Samples.CardNumber(1), " Ann ", PatronCategory.Adult, DateTime.MaxValue).Name, Is.EqualTo("Ann"));
        }

        [TestCase("2030-12-31T23:00:00", true)]
        [TestCase("2031-01-01", false)]
        public void Membership_includes_its_last_day(string day, bool member)
        {
            Assert.That(Samples.Patron(1).IsMemberOn(DateTime.Parse(day)), Is.EqualTo(member));
        }

        [TestCase("2030-12-31", 1, "2031-12-31")]
        [TestCase("2030-06-01", 2, "2032-12-31")]
        [TestCase("2031-02-01", 1, "2032-02-01")]
        public void Prolongs_from_the_end_or_from_today(string today, int years, string expected)
        {
            Patron patron = Samples.Patron(1);
            patron.Prolong(DateTime.Parse(today).AddHours(10), years);
            Assert.That(patron.MembershipEnds, Is.EqualTo(DateTime.Parse(expected)));
        }

        [TestCase(0)]
        [TestCase(6)]
        public void Prolongs_by_one_to_five_years(int years)
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Patron(1).Prolong(new DateTime(2026, 1, 1), years));
        }

        [TestCase("1234", true)]
        [TestCase("12345678", true)]
        [TestCase("123", false)]
        [TestCase("123456789", false)]
        [TestCase("7777", false)]
        [TestCase("7778", true)]
        [TestCase("12a4", false)]
        [TestCase(null, false)]
        public void A_pin_has_four_to_eight_digits_not_all_the_same(string pin, bool acceptable)
        {
            Assert.That(PinGuard.IsAcceptable(pin), Is.EqualTo(acceptable));
        }

        [Test]
        public void Refuses_to_set_a_pin_that_is_not_acceptable()
        {
            Assert.Throws<LendingException>(() => new PinGuard(new FixedClock()).Set("card", "0000"));
        }

        [Test]
        public void Checks_the_pin_of_a_card()
        {
            PinGuard guard = new PinGuard(new FixedClock());
            guard.Set("a", "1234");
            guard.Set("b", "4321");
            Assert.That(guard.Check("a", "1234"), Is.True);
            Assert.That(guard.Check("a", "4321"), Is.False);
            Assert.That(guard.Check("a", null), Is.False);
            Assert.That(guard.Check("c", "1234"), Is.False);
        }

        [Test]
        public void Five_wrong_pins_lock_the_card_for_fifteen_minutes()
        {
            FixedClock clock = new FixedClock { UtcNow = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc) };
            PinGuard guard = new PinGuard(clock);
            guard.Set("a", "1234");
            for (int i = 0; i < 4; i++)
            {
                guard.Check("a", "9999");
            }

            Assert.That(guard.IsLocked("a"), Is.False);
            guard.Check("a", "9999");
            Assert.That(guard.IsLocked("a"), Is.True);
            Assert.That(guard.Check("a", "1234"), Is.False);
            clock.UtcNow = clock.UtcNow.AddMinutes(15).AddSeconds(-1);
            Assert.That(guard.IsLocked("a"), Is.True);
            clock.UtcNow = clock.UtcNow.AddSeconds(1);
            Assert.That(guard.IsLocked("a"), Is.False);
            Assert.That(guard.Check("a", "1234"), Is.True);
        }

        [Test]
        public void After_a_lock_five_more_failures_are_allowed()
        {
            FixedClock clock = new FixedClock { UtcNow = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc) };
            PinGuard guard = new PinGuard(clock);
            guard.Set("a", "1234");
            for (int i = 0; i < 5; i++)
            {
                guard.Check("a", "9999");
            }

            clock.UtcNow = clock.UtcNow.AddMinutes(16);
            guard.Check("a", "9999");
            Assert.That(guard.IsLocked("a"), Is.False);
        }

        [Test]
        public void A_right_pin_forgives_earlier_failures()
        {
            PinGuard guard = new PinGuard(new FixedClock());
            guard.Set("a", "1234");
            for (int round = 0; round < 2; round++)
            {
                for (int i = 0; i < 4; i++)
                {
                    guard.Check("a", "9999");
                }

                Assert.That(guard.Check("a", "1234"), Is.True);
            }
        }

        [Test]
        public void A_new_pin_unlocks_the_card()
        {
            PinGuard guard = new PinGuard(new FixedClock());
            guard.Set("a", "1234");
            for (int i = 0; i < 5; i++)
            {
                guard.Check("a", "9999");
            }

            guard.Set("a", "5678");
            Assert.That(guard.IsLocked("a"), Is.False);
            Assert.That(guard.Check("a", "5678"), Is.True);
            Assert.That(guard.Check("a", "1234"), Is.False);
        }
    }
}
