using System.Text.RegularExpressions;

namespace Tariff;

/// <summary>Hides account numbers.</summary>
public static partial class Redaction
{
    private const int VisibleDigits = 4;

    /// <summary>Masks everything but the end of an account number.</summary>
    public static string Account(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Length <= VisibleDigits
            ? new string('*', account.Length)
            : new string('*', account.Length - VisibleDigits) + account[^VisibleDigits..];
    }

    /// <summary>Masks every account number inside a text.</summary>
    public static string InText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return AccountPattern().Replace(text, match => Account(match.Value));
    }

    [GeneratedRegex("[A-Z]{2}[0-9]{8}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AccountPattern();
}
