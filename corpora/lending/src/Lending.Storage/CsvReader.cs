using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading;

namespace Lending.Storage
{
    /// <summary>Reads comma separated values as RFC 4180 has them; fields in quotes may hold commas, quotes and line ends.</summary>
    public static class CsvReader
    {
        /// <summary>Records one by one. Empty lines are left out; the stream is disposed of at the end.</summary>
        public static async IAsyncEnumerable<CsvRecord> ReadAsync(
            Stream stream, [EnumeratorCancellation] CancellationToken cancellation)
        {
            if (stream == null)
            {
                throw new ArgumentNullException("stream");
            }

            using (StreamReader reader = new StreamReader(stream, Encoding.UTF8))
            {
                int line = 0;
                string text;
                while ((text = await reader.ReadLineAsync(cancellation)) != null)
                {
                    line++;
                    int first = line;
                    while (HasOpenQuote(text))
                    {
                        string next = await reader.ReadLineAsync(cancellation);
                        if (next == null)
                        {
                            throw new CsvFormatException(first, "a quote is not closed.");
                        }

                        line++;
                        text = text + "\n" + next;
                    }

                    if (text.Length > 0)
                    {
                        yield return new CsvRecord(first, Split(text, first));
                    }
                }
            }
        }

        internal static IReadOnlyList<string> Split(string text, int line)
        {
            List<string> fields = new List<string>();
            StringBuilder field = new StringBuilder();
            int i = 0;
            while (true)
            {
                field.Clear();
                if (i < text.Length && text[i] == '"')
                {
                    i = ReadQuoted(text, i + 1, field, line);
                }
                else
                {
                    while (i < text.Length && text[i] != ',')
                    {
                        if (text[i] == '"')
                        {
                            throw new CsvFormatException(line, "a quote stands within a field.");
                        }

                        field.Append(text[i]);
                        i++;
                    }
                }

                fields.Add(field.ToString());
                if (i >= text.Length)
                {
                    return fields;
                }

                if (text[i] != ',')
                {
                    throw new CsvFormatException(line, "text follows a closing quote.");
                }

                i++;
            }
        }

        private static int ReadQuoted(string text, int start, StringBuilder field, int line)
        {
            int i = start;
            while (i < text.Length)
            {
                if (text[i] != '"')
                {
                    field.Append(text[i]);
                    i++;
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i += 2;
                }
                else
                {
                    return i + 1;
                }
            }

            throw new CsvFormatException(line, "a quote is not closed.");
        }

        private static bool HasOpenQuote(string text)
        {
            bool open = false;
            foreach (char c in text)
            {
                if (c == '"')
                {
                    open = !open;
                }
            }

            return open;
        }
    }
}
