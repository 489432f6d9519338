using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Lending.Storage
{
    /// <summary>
    /// Entries in a file, one a line, each with a check sum. A last line that was cut off is left out; a wrong line before it is an
    /// error. May be used from several threads.
    /// </summary>
    public sealed class Journal : IDisposable
    {
        private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        private readonly IFileStore store;
        private readonly string name;
        private readonly SemaphoreSlim turn = new SemaphoreSlim(1, 1);

        public Journal(IFileStore store, string name)
        {
            this.store = store ?? throw new ArgumentNullException("store");
            this.name = name ?? throw new ArgumentNullException("name");
        }

        public async Task AppendAsync(JournalEntry entry, CancellationToken cancellation)
        {
            if (entry == null)
            {
                throw new ArgumentNullException("entry");
            }

            string body = CsvText.Record(new[]
            {
                entry.At.ToString(TimeFormat, CultureInfo.InvariantCulture), entry.Action, entry.Card, entry.Barcode
            });
            await turn.WaitAsync(cancellation);
            try
            {
                await store.AppendAsync(name, Encoding.UTF8.GetBytes(CheckSum(body) + " " + body + "\n"), cancellation);
            }
            finally
            {
                turn.Release();
            }
        }

        /// <summary>All entries, in the order in which they were written.</summary>
        public async Task<IReadOnlyList<JournalEntry>> ReadAsync(CancellationToken cancellation)
        {
            List<JournalEntry> entries = new List<JournalEntry>();
            if (!await store.ExistsAsync(name, cancellation))
            {
                return entries;
            }

            string text;
            using (StreamReader reader = new StreamReader(await store.OpenReadAsync(name, cancellation), Encoding.UTF8))
            {
                text = await reader.ReadToEndAsync(cancellation);
            }

            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length - 1; i++)
            {
                JournalEntry entry = Read(lines[i], i + 1);
                if (entry == null)
                {
                    throw new LendingException("Line " + (i + 1) + " of " + name + " is damaged.");
                }

                entries.Add(entry);
            }

            return entries;
        }

        /// <summary>Entries of one card from a moment on, before another.</summary>
        public async Task<IReadOnlyList<JournalEntry>> ReadAsync(
            string card, DateTime from, DateTime before, CancellationToken cancellation)
        {
            List<JournalEntry> chosen = new List<JournalEntry>();
            foreach (JournalEntry entry in await ReadAsync(cancellation))
            {
                if (entry.Card == card && entry.At >= from && entry.At < before)
                {
                    chosen.Add(entry);
                }
            }

            return chosen;
        }

        public void Dispose()
        {
            turn.Dispose();
        }

        /// <summary>Eight hexadecimal digits (FNV-1a over UTF-8).</summary>
        public static string CheckSum(string text)
        {
            uint hash = 2166136261;
            foreach (byte b in Encoding.UTF8.GetBytes(text))
            {
                hash = (hash ^ b) * 16777619;
            }

            return hash.ToString("x8", CultureInfo.InvariantCulture);
        }

        private static JournalEntry Read(string line, int number)
        {
            if (line.Length < 10 || line[8] != ' ' || CheckSum(line.Substring(9)) != line.Substring(0, 8))
            {
                return null;
            }

            IReadOnlyList<string> fields = CsvReader.Split(line.Substring(9), number);
            DateTime at;
            bool readable = DateTime.TryParseExact(
                fields[0],
                TimeFormat,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out at);
            return readable && fields.Count == 4 ? new JournalEntry(at, fields[1], fields[2], fields[3]) : null;
        }
    }
}
