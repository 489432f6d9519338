using System.Text;

namespace Tariff;

/// <summary>Makes values safe and stable for files that other programs open.</summary>
public static class ExportText
{
    /// <summary>A text as a CSV field that no spreadsheet takes for a formula.</summary>
    public static string Csv(string? value)
    {
        var text = value ?? string.Empty;
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;
    }

    /// <summary>A text as HTML content or attribute value.</summary>
    public static string Html(string? value)
    {
        var result = new StringBuilder();
        foreach (var character in value ?? string.Empty)
        {
            _ = character switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                '"' => result.Append("&quot;"),
                '\'' => result.Append("&#39;"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }

    public static string Amount(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Quantity(decimal quantity) => quantity.ToString("0.000", CultureInfo.InvariantCulture);

    public static string Price(decimal price) => price.ToString("0.00000", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A duration in whole hours and minutes; days are not split off.</summary>
    public static string Duration(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        var minutes = (long)duration.TotalMinutes;
        return (minutes / 60, minutes % 60) switch
        {
            (0, var rest) => string.Create(CultureInfo.InvariantCulture, $"{rest} min"),
            (var hours, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
            var (hours, rest) => string.Create(CultureInfo.InvariantCulture, $"{hours} h {rest} min"),
        };
    }
}
