using System;

namespace Lending.Catalogue
{
    /// <summary>One object on the shelf.</summary>
    public sealed class Copy
    {
        public Copy(string barcode, Title title)
        {
            if (!Catalogue.Barcode.IsCopy(barcode))
            {
                throw new ArgumentException("'" + barcode + "' is not the barcode of a copy.", "barcode");
            }

            Barcode = barcode;
            Title = title ?? throw new ArgumentNullException("title");
        }

        public string Barcode { get; private set; }

        public Title Title { get; private set; }

        /// <summary>Used in the reading room only.</summary>
        public bool ReferenceOnly { get; set; }
    }
}
