using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Another literal: one more, one less, and what stands in the clause; texts of the clause; the other truth.</summary>
internal sealed class LiteralPattern : FixPattern
{
    private static readonly char[] Suffixes = ['m', 'M', 'd', 'D', 'f', 'F', 'l', 'L', 'u', 'U'];

    /// <summary>A value that only a failing test names may be right for that test alone.</summary>
    private const double Tested = 0.25;

    public override double Prior => 0.9;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context) => node switch
    {
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number => Numbers(number, context),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text => Texts(text, context),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.CharacterLiteralExpression } letter => Letters(letter, context),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } yes => [Fix.Replace(yes, "false")],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } no => [Fix.Replace(no, "true")],
        InterpolationFormatClauseSyntax format => context.Facts.Texts.Where(IsFormat).Select(text => Fix.Replace(format.FormatStringToken, text, 0.6)),
        _ => [],
    };

    private static IEnumerable<Fix> Numbers(LiteralExpressionSyntax literal, FixContext context)
    {
        var written = literal.Token.Text;
        var digits = written.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? "" : written.TrimEnd(Suffixes);
        if (!decimal.TryParse(digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return [];
        var suffix = written[digits.Length..];
        var takesFractions = literal.Token.Value is decimal or double or float;
        var unit = 1m / (decimal)Math.Pow(10, digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        var stated = context.Facts.Numbers.Where(number => takesFractions || !number.Contains('.', StringComparison.Ordinal)).Select(number => decimal.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var found = new Dictionary<decimal, double>();
        void Add(decimal number, double weight)
        {
            if (number >= 0 && number != value && (!found.TryGetValue(number, out var known) || known < weight))
                found[number] = weight;
        }

        // A slip leaves a number about as long as it was.
        bool IsOfItsSize(string number) => Math.Abs(Written(decimal.Truncate(value)).Length - number.Split('.')[0].Length) <= 1;

        // One more or less that the clause names as well is likelier than either alone.
        foreach (var near in (decimal[])[value + unit, value - unit])
            Add(near, stated.Contains(near) ? 1 : 0.8);
        foreach (var number in context.Facts.Told.Where(number => takesFractions || !number.Contains('.', StringComparison.Ordinal)))
            Add(decimal.Parse(number, CultureInfo.InvariantCulture), IsOfItsSize(number) ? 0.9 : 0.4);
        foreach (var number in stated)
            Add(number, IsOfItsSize(Written(number)) ? 0.5 : 0.3);
        foreach (var number in context.Facts.TestNumbers.Where(number => takesFractions || !number.Contains('.', StringComparison.Ordinal)))
            Add(decimal.Parse(number, CultureInfo.InvariantCulture), Tested);
        foreach (var (number, weight) in ((decimal, double)[])[(0, 0.5), (1, 0.5), (2, 0.2), (value * 10, 0.3), (value * 100, 0.2), (value * 2, 0.2), (value + 2, 0.15), (value - 2, 0.15)])
            Add(number, weight);
        if (takesFractions)
        {
            Add(value / 10, 0.3);
            Add(value / 100, 0.2);
            Add(value / 2, 0.2);
        }

        return found.Select(entry => Fix.Replace(literal, Written(entry.Key) + suffix, entry.Value));
    }

    private static string Written(decimal number) => number == decimal.Truncate(number) ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Fix> Texts(LiteralExpressionSyntax literal, FixContext context)
    {
        var own = literal.Token.ValueText;
        foreach (var text in context.Facts.Texts.Where(text => text != own))
            yield return Fix.Replace(literal, SymbolDisplay.FormatLiteral(text, quote: true), Likeness(own, text));
        foreach (var text in context.Facts.TestTexts.Where(text => text != own))
            yield return Fix.Replace(literal, SymbolDisplay.FormatLiteral(text, quote: true), Likeness(own, text) * (Tested * 2));
        if (own.Trim() != own)
            yield return Fix.Replace(literal, SymbolDisplay.FormatLiteral(own.Trim(), quote: true), 0.3);
    }

    private static IEnumerable<Fix> Letters(LiteralExpressionSyntax literal, FixContext context) => context.Facts.Texts.Concat(context.Facts.TestTexts).Where(text => text.Length == 1)
        .Concat(context.Root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.CharacterLiteralToken)).Select(token => token.ValueText)).Distinct(StringComparer.Ordinal)
        .Where(text => text != literal.Token.ValueText).Select(text => Fix.Replace(literal, SymbolDisplay.FormatLiteral(text[0], quote: true), 0.4));

    /// <summary>A text that differs in little is what was meant; any other is a guess.</summary>
    private static double Likeness(string one, string other) => 0.2 + (0.7 * Math.Max(0, 1 - (Model.Text.EditDistance.Of(one, other) / (double)Math.Max(1, Math.Max(one.Length, other.Length)))));

    private static bool IsFormat(string text) => text.Length is > 0 and < 30 && text.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or ':' or '.' or ',' or '#' or ' ' or '/');
}
