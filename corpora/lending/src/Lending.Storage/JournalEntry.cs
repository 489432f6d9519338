using System;

namespace Lending.Storage
{
    /// <summary>Something that happened at the desk.</summary>
    public sealed class JournalEntry
    {
        public JournalEntry(DateTime at, string action, string card, string barcode)
        {
            if (at.Kind != DateTimeKind.Utc)
            {
                throw new ArgumentException("The journal keeps moments in UTC.", "at");
            }

            At = at;
            Action = action ?? throw new ArgumentNullException("action");
            Card = card ?? string.Empty;
            Barcode = barcode ?? string.Empty;
        }

        public DateTime At { get; private set; }

        public string Action { get; private set; }

        public string Card { get; private set; }

        public string Barcode { get; private set; }
    }
}
