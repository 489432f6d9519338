using System;

namespace Lending.Calendars
{
    /// <summary>What day it is at the library, whatever zone the machine is in.</summary>
    public sealed class LibraryTime
    {
        private readonly IClock clock;
        private readonly TimeZoneInfo zone;

        public LibraryTime(IClock clock, TimeZoneInfo zone)
        {
            this.clock = clock ?? throw new ArgumentNullException("clock");
            this.zone = zone ?? throw new ArgumentNullException("zone");
        }

        public DateTime Now
        {
            get { return LocalOf(clock.UtcNow); }
        }

        public DateTime Today
        {
            get { return Now.Date; }
        }

        /// <summary>The library's wall time at a moment in UTC.</summary>
        public DateTime LocalOf(DateTime utc)
        {
            if (utc.Kind == DateTimeKind.Local)
            {
                throw new ArgumentException("A moment in UTC is needed, not a local time.", "utc");
            }

            return TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        }
    }
}
