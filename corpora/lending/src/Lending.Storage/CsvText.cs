using System;
using System.Collections.Generic;
using System.Linq;

namespace Lending.Storage
{
    /// <summary>Writes comma separated values that a spreadsheet may open without harm.</summary>
    public static class CsvText
    {
        private static readonly char[] Special = { ',', '"', '\n', '\r' };

        /// <summary>One record without a line end.</summary>
        public static string Record(IEnumerable<string> fields)
        {
            return string.Join(",", fields.Select(Field));
        }

        /// <summary>
        /// A field in quotes where it must be. What a spreadsheet would take for a formula gets an apostrophe before it.
        /// </summary>
        public static string Field(string value)
        {
            string text = value ?? string.Empty;
            if (text.Length > 0 && "=+-@\t".IndexOf(text[0]) >= 0)
            {
                text = "'" + text;
            }

            if (text.IndexOfAny(Special) < 0)
            {
                return text;
            }

            return "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
        }
    }
}
