using System;

namespace Lending.Notices
{
    /// <summary>No message leaves from 21:00 to 8:00 at the library.</summary>
    public static class QuietHours
    {
        public static readonly TimeSpan Begin = TimeSpan.FromHours(21);

        public static readonly TimeSpan End = TimeSpan.FromHours(8);

        /// <summary>21:00 is quiet, 8:00 is not.</summary>
        public static bool Contains(DateTime local)
        {
            return local.TimeOfDay >= Begin || local.TimeOfDay < End;
        }

        /// <summary>How long to wait until messages may leave; nothing outside of the quiet hours.</summary>
        public static TimeSpan Left(DateTime local)
        {
            if (!Contains(local))
            {
                return TimeSpan.Zero;
            }

            DateTime end = local.Date + End;
            return (local < end ? end : end.AddDays(1)) - local;
        }
    }
}
