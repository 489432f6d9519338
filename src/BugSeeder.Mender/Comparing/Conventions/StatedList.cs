using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A list of marks or words that a clause states stands in the code whole: none of it is missing where all the others are.</summary>
internal sealed partial class StatedList : Convention
{
    private const int Least = 3;

    private static readonly (string Words, string Value)[] Spoken = [("carriage return", "\r"), ("line feed", "\n"), ("line break", "\n"), ("tabulator", "\t"), ("tab", "\t"), ("blank", " "), ("comma", ","), ("semicolon", ";"), ("quotation mark", "\""), ("apostrophe", "'")];

    public override ConventionCard Card { get; } = new(
        "A clause lists marks or words in code.",
        "A pattern, an array or a text that has all of them but one, and nothing else, is short of it.",
        "- **R-1** A name must not begin with `#`, `%`, `$` or a tab.",
        "class Names { bool IsBad(string name) => name[0] is '#' or '$' or '\\t'; }",
        "class Names { bool IsBad(string name) => name[0] is '#' or '%' or '$' or '\\t'; }")
    {
        LeftAlone =
        [
            "class Names { bool IsBad(string name) => name[0] is '#' or '$'; }",
            "class Names { bool IsBad(string name) => name[0] is '#' or '$' or '!' or '\\t'; }",
        ],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        var lists = new Lazy<List<(SyntaxNode Node, IReadOnlyList<string> Items, Func<string, TextChange>? Add)>>(() => [.. ListsOf(code)]);
        foreach (var (clause, stated) in spec.Clauses.SelectMany(clause => Enumeration().Matches(clause.Text).Select(match => (clause, Items(match.Value)))).Where(each => each.Item2.Count >= Least))
        {
            if (lists.Value.Exists(list => stated.TrueForAll(item => list.Items.Contains(item, StringComparer.Ordinal))))
                continue;
            foreach (var (node, items, add) in lists.Value.Where(list => list.Items.Count == stated.Count - 1 && list.Items.All(item => stated.Contains(item, StringComparer.Ordinal))))
            {
                if (stated.Except(items, StringComparer.Ordinal).ToList() is [var missing])
                    yield return code.At(node, this, clause, $"{SymbolDisplay.FormatLiteral(missing, quote: true)} is missing beside {string.Join(", ", items.Select(item => SymbolDisplay.FormatLiteral(item, quote: true)))}.", add is null ? [] : [[add(missing)]]);
            }
        }
    }

    private static List<string> Items(string enumeration) =>
        [.. Item().Matches(enumeration).Select(match => match.Groups["code"].Success ? match.Groups["code"].Value : Spoken.First(spoken => match.Groups["spoken"].Value.StartsWith(spoken.Words, StringComparison.OrdinalIgnoreCase)).Value).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<(SyntaxNode Node, IReadOnlyList<string> Items, Func<string, TextChange>? Add)> ListsOf(ProductCode code)
    {
        foreach (var pattern in code.All<BinaryPatternSyntax>().Where(pattern => pattern.IsKind(SyntaxKind.OrPattern) && pattern.Parent is not BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern }))
        {
            if (pattern.DescendantNodes().OfType<ConstantPatternSyntax>().Select(each => each.Expression).ToList() is var parts && Values(parts) is { Count: >= 2 } items && pattern.DescendantNodes().All(node => node is BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or ConstantPatternSyntax or LiteralExpressionSyntax))
                yield return (pattern, items, text => new(new TextSpan(pattern.Span.End, 0), $" or {Literal(text, parts[0])}"));
        }

        foreach (var list in code.All<SyntaxNode>())
        {
            List<ExpressionSyntax> parts = list switch
            {
                InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression or (int)SyntaxKind.CollectionInitializerExpression } initializer => [.. initializer.Expressions],
                CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
                _ => [],
            };
            if (parts.Count >= 2 && Values(parts) is { } items)
                yield return (list, items, text => new(new TextSpan(parts[^1].Span.End, 0), $", {Literal(text, parts[0])}"));
        }

        // A text of marks that is searched for one.
        foreach (var literal in code.All<LiteralExpressionSyntax>().Where(literal => literal is { Token.Value: string { Length: >= 2 and <= 12 }, Parent: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IndexOf" or "Contains" or "ToCharArray" or "IndexOfAny" } }))
        {
            var value = (string)literal.Token.Value!;
            if (!value.Any(char.IsLetterOrDigit))
                yield return (literal, [.. value.Select(character => character.ToString(CultureInfo.InvariantCulture))], text => new(literal.Span, SymbolDisplay.FormatLiteral(value + text, quote: true)));
        }
    }

    private static List<string>? Values(List<ExpressionSyntax> parts)
    {
        var values = parts.Select(part => part is LiteralExpressionSyntax { Token.Value: string or char } literal ? Convert.ToString(literal.Token.Value, CultureInfo.InvariantCulture) : null).ToList();
        return values.Contains(null) ? null : [.. values.OfType<string>()];
    }

    private static string Literal(string text, ExpressionSyntax like) => like.IsKind(SyntaxKind.CharacterLiteralExpression) ? SymbolDisplay.FormatLiteral(text[0], quote: true) : SymbolDisplay.FormatLiteral(text, quote: true);

    private const string One = @"(?:`(?<code>[^`]+)`|an? (?<spoken>carriage return|line feed|line break|tabulator|tab|blank|comma|semicolon|quotation mark|apostrophe)s?)";

    [GeneratedRegex(One + @"(?:(?:, (?:or |and )?| or | and )" + One + ")+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Enumeration();

    [GeneratedRegex(One, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();
}
