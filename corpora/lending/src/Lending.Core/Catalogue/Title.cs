using System;

namespace Lending.Catalogue
{
    /// <summary>A work that the library holds, in one or more copies.</summary>
    public sealed class Title
    {
        public Title(string name, string author, MediaKind kind, decimal replacementCost, Isbn isbn)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ArgumentException("A title needs a name.", "name");
            }

            if (replacementCost < 0)
            {
                throw new ArgumentOutOfRangeException("replacementCost", "A replacement cannot cost less than nothing.");
            }

            Name = name.Trim();
            Author = author == null ? string.Empty : author.Trim();
            Kind = kind;
            ReplacementCost = replacementCost;
            Isbn = isbn;
        }

        public string Name { get; private set; }

        public string Author { get; private set; }

        public MediaKind Kind { get; private set; }

        public decimal ReplacementCost { get; private set; }

        /// <summary>Null for what has none, as films and equipment.</summary>
        public Isbn Isbn { get; private set; }

        /// <summary>The name as it is filed: a leading English article moves to the end.</summary>
        public string FiledName
        {
            get
            {
                foreach (string article in new[] { "The ", "An ", "A " })
                {
                    if (Name.StartsWith(article, StringComparison.OrdinalIgnoreCase) && Name.Length > article.Length)
                    {
                        return Name.Substring(article.Length) + ", " + Name.Substring(0, article.Length - 1);
                    }
                }

                return Name;
            }
        }
    }
}
