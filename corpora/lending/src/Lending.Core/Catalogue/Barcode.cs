using System;
using System.Linq;

namespace Lending.Catalogue
{
    /// <summary>The fourteen digits on a library card or on a copy; the last is a check digit (Luhn).</summary>
    public static class Barcode
    {
        public const int Length = 14;

        private const char CardMark = '2';
        private const char CopyMark = '3';

        public static bool IsCard(string text)
        {
            return IsValid(text) && text[0] == CardMark;
        }

        public static bool IsCopy(string text)
        {
            return IsValid(text) && text[0] == CopyMark;
        }

        /// <summary>Appends the check digit to the first thirteen digits.</summary>
        public static string Complete(string body)
        {
            if (body == null || body.Length != Length - 1 || !body.All(char.IsAsciiDigit))
            {
                throw new ArgumentException("A barcode has thirteen digits before its check digit.", "body");
            }

            return body + CheckDigit(body);
        }

        /// <summary>All but the last four digits hidden, for messages and logs that strangers may read.</summary>
        public static string Mask(string text)
        {
            if (string.IsNullOrEmpty(text) || text.Length <= 4)
            {
                return new string('*', text == null ? 0 : text.Length);
            }

            return new string('*', text.Length - 4) + text.Substring(text.Length - 4);
        }

        private static bool IsValid(string text)
        {
            return text != null
                && text.Length == Length
                && text.All(char.IsAsciiDigit)
                && CheckDigit(text.Substring(0, Length - 1)) == text[Length - 1] - '0';
        }

        private static int CheckDigit(string body)
        {
            int sum = 0;
            for (int i = 0; i < body.Length; i++)
            {
                int value = body[body.Length - 1 - i] - '0';
                if (i % 2 == 0)
                {
                    value *= 2;
                    if (value > 9)
                    {
                        value -= 9;
                    }
                }

                sum += value;
            }

            return (10 - sum % 10) % 10;
        }
    }
}
