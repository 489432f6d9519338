using System;
using Lending.Catalogue;

namespace Lending.Patrons
{
    /// <summary>Who may borrow.</summary>
    public sealed class Patron
    {
        public Patron(string card, string name, PatronCategory category, DateTime membershipEnds)
        {
            if (!Barcode.IsCard(card))
            {
                throw new ArgumentException("'" + card + "' is not the number of a card.", "card");
            }

            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentException("A patron needs a name.", "name");
            }

            Card = card;
            Name = name.Trim();
            Category = category;
            MembershipEnds = membershipEnds.Date;
        }

        public string Card { get; private set; }

        public string Name { get; private set; }

        public PatronCategory Category { get; private set; }

        /// <summary>The last day on which the card is valid.</summary>
        public DateTime MembershipEnds { get; private set; }

        /// <summary>Null or empty for who gets no messages.</summary>
        public string Email { get; set; }

        public bool IsMemberOn(DateTime day)
        {
            return day.Date <= MembershipEnds;
        }

        /// <summary>
        /// Prolongs by whole years: from the end if the membership still runs, else from the given day.
        /// </summary>
        public void Prolong(DateTime today, int years)
        {
            if (years < 1 || years > 5)
            {
                throw new ArgumentOutOfRangeException("years", "A membership is prolonged by 1 to 5 years.");
            }

            DateTime from = IsMemberOn(today) ? MembershipEnds : today.Date;
            MembershipEnds = from.AddYears(years);
        }
    }
}
