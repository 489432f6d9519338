using System.Collections.Generic;

namespace Lending.Storage
{
    public sealed class CsvRecord
    {
        internal CsvRecord(int line, IReadOnlyList<string> fields)
        {
            Line = line;
            Fields = fields;
        }

        /// <summary>The line on which the record begins, counted from 1.</summary>
        public int Line { get; private set; }

        public IReadOnlyList<string> Fields { get; private set; }
    }
}
