using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Lending.Catalogue;

namespace Lending.Storage
{
    /// <summary>Copies in a file: barcode, kind, name, author, cost, ISBN, with a line of headings.</summary>
    public sealed class CatalogueFile
    {
        public const string Headings = "barcode,kind,name,author,cost,isbn";

        /// <summary>More bad rows than this share of all rows, and nothing is imported.</summary>
        public const decimal LargestShareOfBadRows = 0.10m;

        private const int Columns = 6;

        private readonly IFileStore store;

        public CatalogueFile(IFileStore store)
        {
            this.store = store ?? throw new ArgumentNullException("store");
        }

        /// <summary>Adds the file's copies to the shelf: all good rows, or none if too many are bad.</summary>
        public async Task<ImportResult> ImportAsync(string name, Shelf shelf, CancellationToken cancellation)
        {
            if (shelf == null)
            {
                throw new ArgumentNullException("shelf");
            }

            if (!await store.ExistsAsync(name, cancellation))
            {
                throw new LendingException("There is no file " + name + ".");
            }

            List<Copy> good = new List<Copy>();
            List<BadRow> bad = new List<BadRow>();
            HashSet<string> seen = new HashSet<string>(StringComparer.Ordinal);
            bool headings = false;
            Stream stream = await store.OpenReadAsync(name, cancellation);
            await foreach (CsvRecord record in CsvReader.ReadAsync(stream, cancellation))
            {
                if (!headings)
                {
                    Require(record);
                    headings = true;
                    continue;
                }

                string problem;
                Copy copy = Read(record, out problem);
                if (copy != null && !seen.Add(copy.Barcode))
                {
                    problem = "the barcode stands in the file twice";
                }

                if (problem == null)
                {
                    good.Add(copy);
                }
                else
                {
                    bad.Add(new BadRow(record.Line, problem));
                }
            }

            int rows = good.Count + bad.Count;
            if (bad.Count > rows * LargestShareOfBadRows)
            {
                throw new LendingException(bad.Count + " of " + rows + " rows are bad, the first on line " + bad[0].Line + ".");
            }

            return AddTo(shelf, good, bad);
        }

        /// <summary>Writes the copies in the order of their barcodes, each line ending with a line feed.</summary>
        public Task ExportAsync(string name, IEnumerable<Copy> copies, CancellationToken cancellation)
        {
            StringBuilder text = new StringBuilder(Headings).Append('\n');
            foreach (Copy copy in copies.OrderBy(c => c.Barcode, StringComparer.Ordinal))
            {
                text.Append(CsvText.Record(new[]
                {
                    copy.Barcode,
                    copy.Title.Kind.ToString(),
                    copy.Title.Name,
                    copy.Title.Author,
                    copy.Title.ReplacementCost.ToString("0.00", CultureInfo.InvariantCulture),
                    copy.Title.Isbn == null ? string.Empty : copy.Title.Isbn.ToString()
                })).Append('\n');
            }

            return store.WriteAsync(name, Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        }

        private static ImportResult AddTo(Shelf shelf, List<Copy> good, List<BadRow> bad)
        {
            int added = 0;
            foreach (Copy copy in good)
            {
                if (shelf.Find(copy.Barcode) == null)
                {
                    shelf.Add(copy);
                    added++;
                }
            }

            return new ImportResult(added, good.Count - added, bad);
        }

        private static void Require(CsvRecord record)
        {
            if (!string.Join(",", record.Fields).Equals(Headings, StringComparison.OrdinalIgnoreCase))
            {
                throw new LendingException("The first line must be '" + Headings + "'.");
            }
        }

        private static Copy Read(CsvRecord record, out string problem)
        {
            problem = null;
            if (record.Fields.Count != Columns)
            {
                problem = "there are " + record.Fields.Count + " fields in place of " + Columns;
                return null;
            }

            string barcode = record.Fields[0].Trim();
            MediaKind kind;
            decimal cost;
            Isbn isbn = null;
            if (!Barcode.IsCopy(barcode))
            {
                problem = "the barcode is wrong";
            }
            else if (!Enum.TryParse(record.Fields[1].Trim(), true, out kind) || !Enum.IsDefined(kind))
            {
                problem = "there is no such kind";
            }
            else if (string.IsNullOrWhiteSpace(record.Fields[2]))
            {
                problem = "the name is missing";
            }
            else if (!decimal.TryParse(record.Fields[4], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out cost))
            {
                problem = "the cost is not an amount";
            }
            else if (record.Fields[5].Trim().Length > 0 && !Isbn.TryParse(record.Fields[5], out isbn))
            {
                problem = "the ISBN is wrong";
            }
            else
            {
                return new Copy(barcode, new Title(record.Fields[2], record.Fields[3], kind, cost, isbn));
            }

            return null;
        }
    }
}
