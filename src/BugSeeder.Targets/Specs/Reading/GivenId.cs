using System.Text.RegularExpressions;

namespace BugSeeder.Specs.Reading;

/// <summary>Identifiers that a spec gives to its requirements, such as <c>FR-001</c> or <c>TRF-GEN-01</c>.</summary>
internal static partial class GivenId
{
    private static readonly string[] Standards = ["UTF", "SHA", "ISO", "RFC", "HTTP", "TLS", "AES", "IEEE", "ECMA", "CVE", "BASE", "COVID", "MD"];

    /// <summary>The identifier that a text begins with: marked as bold, as code or in brackets, or followed by a colon or dash.</summary>
    /// <returns>The identifier and where the rest of the text begins; <see langword="null"/> without one.</returns>
    public static (string Id, int End)? AtStart(string text)
    {
        var match = Beginning().Match(text);
        return match.Success && IsIdentifier(match.Groups["id"].Value) ? (match.Groups["id"].Value, match.Length) : null;
    }

    private static bool IsIdentifier(string text) => !Standards.Contains(text.Split('-', '_', '.')[0], StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*(?:(?<open>\*\*\[?|__|`|\[|\()(?<id>[A-Z][A-Z0-9]{0,11}(?:[-_.][A-Z0-9]{1,12}){0,4}[-_.]?\d{1,5}[a-z]?)[:.]?(?:\]?\*\*|__|`|\]|\))(?!\()\s*[:.\-–—]?\s*|(?<id>[A-Z][A-Z0-9]{0,11}(?:[-_.][A-Z0-9]{1,12}){0,4}[-_.]\d{1,5}[a-z]?)(?:\s*:|\s+[-–—])\s+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();
}
