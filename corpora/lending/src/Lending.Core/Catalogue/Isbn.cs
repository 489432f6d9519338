using System;
using System.Linq;
using System.Text;

namespace Lending.Catalogue
{
    /// <summary>An International Standard Book Number, held with thirteen digits.</summary>
    public sealed class Isbn : IEquatable<Isbn>
    {
        private readonly string digits;

        private Isbn(string digits)
        {
            this.digits = digits;
        }

        /// <summary>Reads ten or thirteen digits; hyphens and spaces between them do not matter.</summary>
        public static Isbn Parse(string text)
        {
            Isbn isbn;
            if (!TryParse(text, out isbn))
            {
                throw new FormatException("'" + text + "' is not an ISBN.");
            }

            return isbn;
        }

        public static bool TryParse(string text, out Isbn isbn)
        {
            isbn = null;
            if (text == null)
            {
                return false;
            }

            string compact = Compact(text);
            if (compact.Length == 10 && IsTen(compact))
            {
                isbn = new Isbn(ToThirteen(compact));
            }
            else if (compact.Length == 13 && IsThirteen(compact))
            {
                isbn = new Isbn(compact);
            }

            return isbn != null;
        }

        /// <summary>The form with ten digits, or null where there is none: it exists for the prefix 978 only.</summary>
        public string ToTen()
        {
            if (!digits.StartsWith("978", StringComparison.Ordinal))
            {
                return null;
            }

            string body = digits.Substring(3, 9);
            int sum = 0;
            for (int i = 0; i < 9; i++)
            {
                sum += (10 - i) * (body[i] - '0');
            }

            int check = (11 - sum % 11) % 11;
            return body + (check == 10 ? "X" : check.ToString());
        }

        public bool Equals(Isbn other)
        {
            return other != null && digits == other.digits;
        }

        public override bool Equals(object obj)
        {
            return Equals(obj as Isbn);
        }

        public override int GetHashCode()
        {
            return StringComparer.Ordinal.GetHashCode(digits);
        }

        /// <summary>Thirteen digits without separators.</summary>
        public override string ToString()
        {
            return digits;
        }

        private static string Compact(string text)
        {
            StringBuilder builder = new StringBuilder(text.Length);
            foreach (char c in text)
            {
                if (c != '-' && c != ' ')
                {
                    builder.Append(char.ToUpperInvariant(c));
                }
            }

            return builder.ToString();
        }

        private static bool IsTen(string text)
        {
            int sum = 0;
            for (int i = 0; i < 10; i++)
            {
                int value;
                if (char.IsAsciiDigit(text[i]))
                {
                    value = text[i] - '0';
                }
                else if (i == 9 && text[i] == 'X')
                {
                    value = 10;
                }
                else
                {
                    return false;
                }

                sum += (10 - i) * value;
            }

            return sum % 11 == 0;
        }

        private static bool IsThirteen(string text)
        {
            bool prefix = text.StartsWith("978", StringComparison.Ordinal) || text.StartsWith("979", StringComparison.Ordinal);
            return prefix && text.All(char.IsAsciiDigit) && CheckDigit(text) == text[12] - '0';
        }

        private static string ToThirteen(string ten)
        {
            string body = "978" + ten.Substring(0, 9);
            return body + CheckDigit(body);
        }

        private static int CheckDigit(string text)
        {
            int sum = 0;
            for (int i = 0; i < 12; i++)
            {
                int weight = i % 2 == 0 ? 1 : 3;
                sum += weight * (text[i] - '0');
            }

            return (10 - sum % 10) % 10;
        }
    }
}
