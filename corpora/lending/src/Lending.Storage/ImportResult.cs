using System.Collections.Generic;

namespace Lending.Storage
{
    /// <summary>What an import did.</summary>
    public sealed class ImportResult
    {
        internal ImportResult(int added, int known, IReadOnlyList<BadRow> badRows)
        {
            Added = added;
            Known = known;
            BadRows = badRows;
        }

        public int Added { get; private set; }

        /// <summary>Rows whose barcode was on the shelf already; they change nothing.</summary>
        public int Known { get; private set; }

        public IReadOnlyList<BadRow> BadRows { get; private set; }
    }
}
