using System;
using System.Collections.Generic;
using System.Linq;

namespace Lending.Catalogue
{
    /// <summary>All copies, found by barcode or by words.</summary>
    public sealed class Shelf
    {
        public const int LargestPage = 50;

        private readonly Dictionary<string, Copy> copies = new Dictionary<string, Copy>(StringComparer.Ordinal);

        public int Count
        {
            get { return copies.Count; }
        }

        public void Add(Copy copy)
        {
            if (copy == null)
            {
                throw new ArgumentNullException("copy");
            }

            if (copies.ContainsKey(copy.Barcode))
            {
                throw new LendingException("The barcode " + copy.Barcode + " is on the shelf already.");
            }

            copies.Add(copy.Barcode, copy);
        }

        /// <summary>The copy with this barcode, or null.</summary>
        public Copy Find(string barcode)
        {
            Copy copy;
            return barcode != null && copies.TryGetValue(barcode, out copy) ? copy : null;
        }

        public IReadOnlyList<Copy> CopiesOf(Isbn isbn)
        {
            return copies.Values
                .Where(c => isbn != null && isbn.Equals(c.Title.Isbn))
                .OrderBy(c => c.Barcode, StringComparer.Ordinal)
                .ToList();
        }

        /// <summary>
        /// Titles that hold every word of the query in their name or author. Those whose name starts with the query come first,
        /// then by filed name, then by author.
        /// </summary>
        public IReadOnlyList<Title> Search(string query, int page, int pageSize)
        {
            if (page < 1)
            {
                throw new ArgumentOutOfRangeException("page", "Pages are counted from 1.");
            }

            if (pageSize < 1 || pageSize > LargestPage)
            {
                throw new ArgumentOutOfRangeException("pageSize", "A page holds 1 to " + LargestPage + " titles.");
            }

            string[] words = (query ?? string.Empty).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                return new List<Title>();
            }

            string start = string.Join(" ", words);
            return copies.Values
                .Select(c => c.Title)
                .Distinct()
                .Where(t => words.All(w => Holds(t.Name, w) || Holds(t.Author, w)))
                .OrderByDescending(t => t.Name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .ThenBy(t => t.FiledName, StringComparer.OrdinalIgnoreCase)
                .ThenBy(t => t.Author, StringComparer.OrdinalIgnoreCase)
                .Skip((page - 1) * pageSize)
                .Take(pageSize)
                .ToList();
        }

        private static bool Holds(string text, string word)
        {
            return text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
        }
    }
}
