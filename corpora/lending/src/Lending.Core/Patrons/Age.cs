using System;

namespace Lending.Patrons
{
    public static class Age
    {
        public const int OfConsent = 14;
        public const int OfSeniority = 67;

        /// <summary>Full years on a day. Who was born on 29 February has a birthday on 1 March in other years.</summary>
        public static int On(DateTime born, DateTime day)
        {
            if (day.Date < born.Date)
            {
                throw new ArgumentOutOfRangeException("day", "Nobody has an age before being born.");
            }

            int years = day.Year - born.Year;
            bool before = day.Month < born.Month || (day.Month == born.Month && day.Day < born.Day);
            return before ? years - 1 : years;
        }

        /// <summary>The category that follows from age alone.</summary>
        public static PatronCategory CategoryOn(DateTime born, DateTime day)
        {
            int years = On(born, day);
            if (years < OfConsent)
            {
                return PatronCategory.Child;
            }

            return years >= OfSeniority ? PatronCategory.Senior : PatronCategory.Adult;
        }
    }
}
