using System;
using System.Collections.Generic;
using System.Linq;

namespace Lending.Calendars
{
    /// <summary>The days on which the library is open. Times of day are ignored.</summary>
    public sealed class OpeningCalendar
    {
        private readonly HashSet<DayOfWeek> openDays;
        private readonly HashSet<DateTime> closedDates;

        public OpeningCalendar(IEnumerable<DayOfWeek> openDays, IEnumerable<DateTime> closedDates)
        {
            if (openDays == null)
            {
                throw new ArgumentNullException("openDays");
            }

            this.openDays = new HashSet<DayOfWeek>(openDays);
            if (this.openDays.Count == 0)
            {
                throw new ArgumentException("A library is open on one day of the week at least.", "openDays");
            }

            this.closedDates = new HashSet<DateTime>((closedDates ?? Enumerable.Empty<DateTime>()).Select(d => d.Date));
        }

        /// <summary>Monday to Saturday, without closed dates.</summary>
        public static OpeningCalendar MondayToSaturday
        {
            get
            {
                return new OpeningCalendar(
                    new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday },
                    null);
            }
        }

        public bool IsOpen(DateTime date)
        {
            return openDays.Contains(date.DayOfWeek) && !closedDates.Contains(date.Date);
        }

        /// <summary>The date itself if the library is open, else the first open day after it.</summary>
        public DateTime OpenOnOrAfter(DateTime date)
        {
            DateTime day = date.Date;
            for (int tried = 0; tried < 366; tried++)
            {
                if (IsOpen(day))
                {
                    return day;
                }

                day = day.AddDays(1);
            }

            throw new LendingException("The library stays closed for a year from " + date.ToString("yyyy-MM-dd") + ".");
        }

        /// <summary>The day that comes after the given number of further open days.</summary>
        public DateTime AddOpenDays(DateTime date, int count)
        {
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException("count", "Open days are counted forward only.");
            }

            DateTime day = date.Date;
            for (int left = count; left > 0; left--)
            {
                day = OpenOnOrAfter(day.AddDays(1));
            }

            return day;
        }

        /// <summary>Open days after <paramref name="from"/>, up to and including <paramref name="to"/>; none if it is not later.</summary>
        public int OpenDaysBetween(DateTime from, DateTime to)
        {
            int count = 0;
            for (DateTime day = from.Date.AddDays(1); day <= to.Date; day = day.AddDays(1))
            {
                if (IsOpen(day))
                {
                    count++;
                }
            }

            return count;
        }
    }
}
