using System;
using System.Linq;
using Lending.Calendars;
using Lending.Holds;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class HoldTests
    {
        private static readonly DateTime Monday = new DateTime(2026, 3, 2);

        private HoldShelf holds;

        [SetUp]
        public void Empty_the_shelf()
        {
            holds = new HoldShelf(OpeningCalendar.MondayToSaturday);
        }

        [Test]
        public void First_come_first_served()
        {
            Assert.That(holds.Place("c", "ann", Monday), Is.EqualTo(1));
            Assert.That(holds.Place("c", "bob", Monday), Is.EqualTo(2));
            Assert.That(holds.Place("d", "bob", Monday), Is.EqualTo(1));
            Assert.That(holds.PlaceOf("c", "bob"), Is.EqualTo(2));
            Assert.That(holds.PlaceOf("c", "eve"), Is.EqualTo(0));
            Assert.That(holds.PutAside("c", Monday), Is.EqualTo("ann"));
        }

        [Test]
        public void Nobody_waits_twice_for_a_copy()
        {
            holds.Place("c", "ann", Monday);
            Assert.Throws<LendingException>(() => holds.Place("c", "ann", Monday));
        }

        [Test]
        public void Nobody_waits_for_more_than_six_copies()
        {
            for (int i = 0; i < 6; i++)
            {
                holds.Place("c" + i, "ann", Monday);
            }

            Assert.Throws<LendingException>(() => holds.Place("c6", "ann", Monday));
            Assert.That(holds.Place("c6", "bob", Monday), Is.EqualTo(1));
        }

        [TestCase("", "ann")]
        [TestCase("c", null)]
        public void A_hold_needs_a_copy_and_a_card(string barcode, string card)
        {
            Assert.Throws<ArgumentException>(() => holds.Place(barcode, card, Monday));
        }

        [Test]
        public void A_copy_is_kept_for_five_open_days()
        {
            holds.Place("c", "ann", Monday);
            holds.PutAside("c", Monday);
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 7)), Is.EqualTo("ann"));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 8)), Is.Null);
        }

        [Test]
        public void A_copy_put_aside_at_the_end_of_a_week_is_kept_over_the_Sunday()
        {
            holds.Place("c", "ann", Monday);
            holds.PutAside("c", new DateTime(2026, 3, 6));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 12)), Is.EqualTo("ann"));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 13)), Is.Null);
        }

        [Test]
        public void What_is_not_picked_up_goes_to_the_next()
        {
            holds.Place("c", "ann", Monday);
            holds.Place("c", "bob", Monday);
            holds.PutAside("c", Monday);
            Assert.That(holds.Lapse(new DateTime(2026, 3, 9)).Select(h => h.Card), Is.EqualTo(new[] { "ann" }));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 9)), Is.EqualTo("bob"));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 14)), Is.EqualTo("bob"));
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 16)), Is.Null);
        }

        [Test]
        public void Who_only_waits_does_not_lapse()
        {
            holds.Place("c", "ann", Monday);
            Assert.That(holds.Lapse(Monday.AddYears(1)), Is.Empty);
            Assert.That(holds.IsWanted("c"), Is.True);
        }

        [Test]
        public void A_copy_without_a_queue_is_not_put_aside()
        {
            Assert.That(holds.PutAside("c", Monday), Is.Null);
            Assert.That(holds.AsideFor("c", Monday), Is.Null);
            Assert.That(holds.IsWanted("c"), Is.False);
        }

        [Test]
        public void Cancelling_passes_a_copy_on()
        {
            holds.Place("c", "ann", Monday);
            holds.Place("c", "bob", Monday);
            holds.PutAside("c", Monday);
            Assert.That(holds.Cancel("c", "ann", new DateTime(2026, 3, 4)), Is.True);
            Assert.That(holds.AsideFor("c", new DateTime(2026, 3, 10)), Is.EqualTo("bob"));
            Assert.That(holds.Cancel("c", "ann", Monday), Is.False);
        }

        [Test]
        public void Cancelling_while_waiting_puts_nothing_aside()
        {
            holds.Place("c", "ann", Monday);
            holds.Place("c", "bob", Monday);
            holds.Cancel("c", "bob", Monday);
            Assert.That(holds.AsideFor("c", Monday), Is.Null);
            Assert.That(holds.PlaceOf("c", "ann"), Is.EqualTo(1));
        }
    }
}
