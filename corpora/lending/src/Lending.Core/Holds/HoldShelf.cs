using System;
using System.Collections.Generic;
using System.Linq;
using Lending.Calendars;

namespace Lending.Holds
{
    /// <summary>Who waits for what, first come first served. May be used from several threads.</summary>
    public sealed class HoldShelf
    {
        /// <summary>Open days for which a copy is put aside.</summary>
        public const int PickUpDays = 5;

        public const int LargestNumberOfHolds = 6;

        private readonly object gate = new object();
        private readonly List<Hold> holds = new List<Hold>();
        private readonly OpeningCalendar calendar;

        public HoldShelf(OpeningCalendar calendar)
        {
            this.calendar = calendar ?? throw new ArgumentNullException("calendar");
        }

        /// <summary>Puts the patron at the end of the queue and returns the place in it, counted from 1.</summary>
        public int Place(string barcode, string card, DateTime today)
        {
            if (string.IsNullOrEmpty(barcode) || string.IsNullOrEmpty(card))
            {
                throw new ArgumentException("A hold needs a copy and a card.");
            }

            lock (gate)
            {
                if (holds.Any(h => h.Barcode == barcode && h.Card == card))
                {
                    throw new LendingException("This patron waits for this copy already.");
                }

                if (holds.Count(h => h.Card == card) >= LargestNumberOfHolds)
                {
                    throw new LendingException("A patron may wait for " + LargestNumberOfHolds + " copies at a time.");
                }

                holds.Add(new Hold(barcode, card, today));
                return holds.Count(h => h.Barcode == barcode);
            }
        }

        /// <summary>The place in the queue, counted from 1, or 0 for who does not wait.</summary>
        public int PlaceOf(string barcode, string card)
        {
            lock (gate)
            {
                return QueueFor(barcode).FindIndex(h => h.Card == card) + 1;
            }
        }

        public bool IsWanted(string barcode)
        {
            lock (gate)
            {
                return holds.Any(h => h.Barcode == barcode);
            }
        }

        /// <summary>True if there was such a hold. Who had the copy aside loses it to the next.</summary>
        public bool Cancel(string barcode, string card, DateTime today)
        {
            lock (gate)
            {
                Hold hold = holds.FirstOrDefault(h => h.Barcode == barcode && h.Card == card);
                if (hold == null)
                {
                    return false;
                }

                holds.Remove(hold);
                if (hold.KeptUntil != null)
                {
                    PutAside(barcode, today);
                }

                return true;
            }
        }

        /// <summary>Puts a returned copy aside for the first in the queue; the card of that patron, or null.</summary>
        public string PutAside(string barcode, DateTime today)
        {
            lock (gate)
            {
                Hold first = QueueFor(barcode).FirstOrDefault();
                if (first == null)
                {
                    return null;
                }

                first.KeptUntil = calendar.AddOpenDays(today, PickUpDays);
                return first.Card;
            }
        }

        /// <summary>The card of the patron for whom a copy is aside on a day, or null. Holds not picked up in time lapse.</summary>
        public string AsideFor(string barcode, DateTime today)
        {
            lock (gate)
            {
                Lapse(today);
                Hold aside = QueueFor(barcode).FirstOrDefault(h => h.KeptUntil != null);
                return aside == null ? null : aside.Card;
            }
        }

        /// <summary>Ends what was not picked up in time, passes each copy on, and returns what ended.</summary>
        public IReadOnlyList<Hold> Lapse(DateTime today)
        {
            lock (gate)
            {
                List<Hold> lapsed = holds.Where(h => h.KeptUntil < today.Date).ToList();
                foreach (Hold hold in lapsed)
                {
                    holds.Remove(hold);
                    PutAside(hold.Barcode, today);
                }

                return lapsed;
            }
        }

        internal void PickedUp(string barcode, string card)
        {
            lock (gate)
            {
                holds.RemoveAll(h => h.Barcode == barcode && h.Card == card);
            }
        }

        private List<Hold> QueueFor(string barcode)
        {
            return holds.Where(h => h.Barcode == barcode).ToList();
        }
    }
}
