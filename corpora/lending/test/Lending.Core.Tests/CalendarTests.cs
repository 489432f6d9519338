using System;
using System.Linq;
using Lending.Calendars;
using NUnit.Framework;

namespace Lending.Core.Tests
{
    [TestFixture]
    public class CalendarTests
    {
        // 2 March 2026 is a Monday; 8 March is a Sunday.
        private static OpeningCalendar WithClosed(params string[] dates)
        {
            return new OpeningCalendar(
                Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday),
                dates.Select(d => DateTime.ParseExact(d, "yyyy-MM-dd", null).AddHours(13)));
        }

        [TestCase("2026-03-02", true)]
        [TestCase("2026-03-07", true)]
        [TestCase("2026-03-08", false)]
        public void Is_open_from_Monday_to_Saturday(string day, bool open)
        {
            Assert.That(OpeningCalendar.MondayToSaturday.IsOpen(DateTime.Parse(day)), Is.EqualTo(open));
        }

        [Test]
        public void Closed_dates_count_without_their_time_of_day()
        {
            Assert.That(WithClosed("2026-03-04").IsOpen(new DateTime(2026, 3, 4, 9, 0, 0)), Is.False);
            Assert.That(WithClosed("2026-03-04").IsOpen(new DateTime(2026, 3, 5)), Is.True);
        }

        [Test]
        public void Needs_an_open_day()
        {
            Assert.Throws<ArgumentException>(() => new OpeningCalendar(new DayOfWeek[0], null));
            Assert.Throws<ArgumentNullException>(() => new OpeningCalendar(null, null));
        }

        [TestCase("2026-03-07", "2026-03-07")]
        [TestCase("2026-03-08", "2026-03-09")]
        public void Open_on_or_after_stays_on_an_open_day(string day, string expected)
        {
            Assert.That(OpeningCalendar.MondayToSaturday.OpenOnOrAfter(DateTime.Parse(day)), Is.EqualTo(DateTime.Parse(expected)));
        }

        [Test]
        public void Open_on_or_after_skips_closed_dates_and_drops_the_time()
        {
            OpeningCalendar calendar = WithClosed("2026-03-09", "2026-03-10");
            Assert.That(calendar.OpenOnOrAfter(new DateTime(2026, 3, 8, 22, 0, 0)), Is.EqualTo(new DateTime(2026, 3, 11)));
        }

        [Test]
        public void A_year_without_an_open_day_is_an_error()
        {
            DateTime first = new DateTime(2026, 1, 1);
            OpeningCalendar calendar = new OpeningCalendar(Enum.GetValues<DayOfWeek>(), Enumerable.Range(0, 400).Select(i => first.AddDays(i)));
            Assert.Throws<LendingException>(() => calendar.OpenOnOrAfter(first));
            Assert.That(calendar.OpenOnOrAfter(first.AddDays(100)), Is.EqualTo(first.AddDays(400)));
        }

        [TestCase(0, "2026-03-07")]
        [TestCase(1, "2026-03-09")]
        [TestCase(6, "2026-03-14")]
        [TestCase(7, "2026-03-16")]
        public void Adds_open_days(int count, string expected)
        {
            Assert.That(OpeningCalendar.MondayToSaturday.AddOpenDays(new DateTime(2026, 3, 7), count), Is.EqualTo(DateTime.Parse(expected)));
        }

        [Test]
        public void Adds_no_negative_number_of_open_days()
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => OpeningCalendar.MondayToSaturday.AddOpenDays(new DateTime(2026, 3, 7), -1));
        }

        [TestCase("2026-03-02", "2026-03-02", 0)]
        [TestCase("2026-03-02", "2026-03-03", 1)]
        [TestCase("2026-03-06", "2026-03-09", 2)]
        [TestCase("2026-03-07", "2026-03-08", 0)]
        [TestCase("2026-03-09", "2026-03-02", 0)]
        [TestCase("2026-03-02", "2026-03-16", 12)]
        public void Counts_open_days_between(string from, string to, int expected)
        {
            Assert.That(OpeningCalendar.MondayToSaturday.OpenDaysBetween(DateTime.Parse(from), DateTime.Parse(to)), Is.EqualTo(expected));
        }

        [TestCase("2026-03-28T23:30:00", "2026-03-29")]
        [TestCase("2026-03-29T21:59:00", "2026-03-29")]
        [TestCase("2026-03-29T22:00:00", "2026-03-30")]
        public void Today_is_the_day_at_the_library(string utc, string expected)
        {
            FixedClock clock = new FixedClock { UtcNow = DateTime.SpecifyKind(DateTime.Parse(utc), DateTimeKind.Utc) };
            LibraryTime time = new LibraryTime(clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
            Assert.That(time.Today, Is.EqualTo(DateTime.Parse(expected)));
        }

        [Test]
        public void Local_times_are_refused_and_unspecified_ones_are_taken_as_utc()
        {
            LibraryTime time = new LibraryTime(new FixedClock(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
            Assert.Throws<ArgumentException>(() => time.LocalOf(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Local)));
            Assert.That(time.LocalOf(new DateTime(2026, 3, 2, 9, 0, 0)), Is.EqualTo(new DateTime(2026, 3, 2, 10, 0, 0)));
        }
    }
}
