using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Comparing;

/// <summary>Numbers as prose writes them.</summary>
internal static partial class Numbers
{
    private static readonly Dictionary<string, decimal> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["half"] = 0.5m,
        ["a half"] = 0.5m,
        ["a third"] = 0.333m,
        ["a quarter"] = 0.25m,
        ["a fifth"] = 0.2m,
        ["a tenth"] = 0.1m,
        ["a hundredth"] = 0.01m,
    };

    /// <summary>The first and the second of something mostly are no numbers.</summary>
    private static readonly Dictionary<string, decimal> Ordinals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["third"] = 3,
        ["fourth"] = 4,
        ["fifth"] = 5,
        ["sixth"] = 6,
        ["seventh"] = 7,
        ["eighth"] = 8,
        ["ninth"] = 9,
        ["tenth"] = 10,
        ["twelfth"] = 12,
    };

    /// <summary>What a regular expression needs to find one.</summary>
    public const string Pattern = @"(?:-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,12}(?:\.\d{1,9})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|a half|a quarter|a fifth|a tenth|a hundredth)(?![\w]|[.:]\d)";

    /// <summary>The number that a text is; <see langword="null"/> where it is none.</summary>
    public static decimal? Of(string text) => Words.TryGetValue(text.Trim(), out var word) ? word : decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>The numbers of a text.</summary>
    public static IReadOnlyList<decimal> In(string text) => [.. Any().Matches(text).Select(match => Of(match.Value)).OfType<decimal>().Distinct()];

    /// <summary>The numbers that a text has in words, counting words such as "fifth" among them.</summary>
    public static IReadOnlyList<decimal> Spelled(string text) => [.. InWords().Matches(text).Select(match => Words.TryGetValue(match.Value, out var value) ? value : Ordinals[match.Value]).Distinct()];

    /// <summary>The value of a constant expression, or of what a read-only field starts with, as a number.</summary>
    public static decimal? Value(SyntaxNode node, ProductCode code)
    {
        if (code.ModelOf(node).GetConstantValue(node, code.CancellationToken) is { HasValue: true, Value: var value })
            return AsDecimal(value);
        return code.SymbolOf(node) is IFieldSymbol { IsReadOnly: true, HasConstantValue: false } field
            && code.DeclarationsOf(field).OfType<Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value is { } start
            && code.ModelOf(start).GetConstantValue(start, code.CancellationToken) is { HasValue: true, Value: var started } ? AsDecimal(started) : null;
    }

    private static decimal? AsDecimal(object? value) => value is int or long or short or byte or uint or decimal || value is double number && Math.Abs(number) < 1e15 ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(?<![\w.,-])" + Pattern, RegexOptions.IgnoreCase)]
    private static partial Regex Any();

    [GeneratedRegex(@"\b(a half|a third|a quarter|a fifth|a tenth|a hundredth|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();
}
