using System;

namespace Lending.Holds
{
    /// <summary>A patron's wish for a copy that is out.</summary>
    public sealed class Hold
    {
        internal Hold(string barcode, string card, DateTime placedOn)
        {
            Barcode = barcode;
            Card = card;
            PlacedOn = placedOn.Date;
        }

        public string Barcode { get; private set; }

        public string Card { get; private set; }

        public DateTime PlacedOn { get; private set; }

        /// <summary>The last day to pick the copy up; null while it is not aside.</summary>
        public DateTime? KeptUntil { get; internal set; }
    }
}
