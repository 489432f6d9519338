using System.Text.RegularExpressions;
using BugSeeder.Model.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A message that a clause quotes stands in the code, with something in the place of what varies, and is that of the stated exception.</summary>
internal sealed partial class StatedMessage : Convention
{
    /// <summary>A message of which so much is another is another message.</summary>
    private const double Near = 0.2;

    public override ConventionCard Card { get; } = new(
        "Something is refused with an exception and a quoted message.",
        "The message stands in the code, word by word, and is given to that exception.",
        "## Doors\n\n- **R-1** A closed door must be refused with `InvalidOperationException`, \"The door '<name>' is closed.\"\n- **R-2** An unknown door must be refused with `ArgumentException`, \"There is no such door.\"",
        "class Doors { void Open(string name, bool known) { if (!known) throw new ArgumentException(\"There is no such door.\"); } }",
        "class Doors { void Open(string name, bool known) { if (!known) throw new ArgumentException(\"There is no such door.\"); if (name == \"\") throw new InvalidOperationException($\"The door '{name}' is closed.\"); } }")
    {
        LeftAlone = ["class Doors { void Open(string name, bool known) { if (!known) throw new ArgumentException(\"Unknown door.\"); } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        var stated = spec.Clauses.SelectMany(clause => Quoted(clause).Select(quote => (Clause: clause, quote.Exception, Quote: quote.Text, Form: FormOf(quote.Text)))).ToList();
        if (stated.Count == 0)
            yield break;
        var texts = Texts(code);
        var found = stated.ToLookup(each => texts.Any(text => each.Form.IsMatch(text.Text)));
        foreach (var (clause, exception, _, form) in found[true])
        {
            foreach (var departure in texts.Where(text => form.IsMatch(text.Text)).SelectMany(text => OtherType(text.Node, exception, clause, code)))
                yield return departure;
        }

        // Where no message of the spec stands in the code, the spec does not quote word by word.
        foreach (var (clause, _, quote, _) in found[false])
        {
            var siblings = found[true].Where(other => other.Clause.Heading == clause.Heading && other.Clause.Clause.Place.File == clause.Clause.Place.File).ToList();
            var likeness = quote.Count(character => character is not ' ');
            var near = texts.Where(text => !stated.Exists(other => other.Form.IsMatch(text.Text))).OrderBy(text => EditDistance.Of(Fixed(text.Text), Fixed(quote))).FirstOrDefault();
            if (near.Node is not null && EditDistance.Of(Fixed(near.Text), Fixed(quote)) <= likeness * Near && found[true].Any())
                yield return code.At(near.Node, this, clause, $"It says \"{Shown(near.Text)}\" where \"{quote}\" is stated.", [.. Reworded(near.Node, quote)]);
            else if (siblings.Count > 0 && texts.FirstOrDefault(text => siblings.Exists(other => other.Form.IsMatch(text.Text))) is { Node: not null } beside && MemberOf(beside.Node) is { } member)
                yield return code.At(member, this, clause, $"Nothing says \"{quote}\".");
        }
    }

    private static IEnumerable<(string? Exception, string Text)> Quoted(StatedClause clause)
    {
        foreach (Match match in Message().Matches(clause.Text))
        {
            if (match.Groups["text"].Value is var text && Words().Count(Hole().Replace(text, "")) >= 3)
                yield return (match.Groups["exception"].Value.Split('.')[^1], text);
        }
    }

    private static Regex FormOf(string quote) => new($"^{string.Join("[\\s\\S]*?", Hole().Split(quote).Select(Regex.Escape))}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>All texts of the product; what varies in them is a single mark.</summary>
    private static List<(string Text, SyntaxNode Node)> Texts(ProductCode code) =>
    [
        .. code.All<ExpressionSyntax>().Where(node => node is LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax || node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } && node.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
            .Select(node => (Text(node), (SyntaxNode)node)).Where(text => text.Item1.Length > 0),
    ];

    private static string Text(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax { Token.Value: string value } => value,
        InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(content => content is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "\u0001")),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Text(sum.Left) + Text(sum.Right) is var text && text.Trim('\u0001').Length > 0 ? text : "",
        _ => "\u0001",
    };

    /// <summary>Where a message is given to another exception than the stated one.</summary>
    private IEnumerable<CodeDeparture> OtherType(SyntaxNode text, string? exception, StatedClause clause, ProductCode code)
    {
        if (string.IsNullOrEmpty(exception) || text.Ancestors().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax)).OfType<ObjectCreationExpressionSyntax>().FirstOrDefault() is not { } made
            || code.TypeOf(made) is not { } type || !Names(type).Contains("Exception") || Names(type).Contains(exception) || !IsException(exception, code))
            yield break;
        yield return code.At(made, this, clause, $"The message is that of a {type.Name}, and {exception} is stated.", [new TextChange(made.Type.Span, exception)]);
    }

    private static bool IsException(string name, ProductCode code) => name.EndsWith("Exception", StringComparison.Ordinal) && (code.Types.Any(type => type.Name == name) || name.StartsWith("Argument", StringComparison.Ordinal) || name is "InvalidOperationException" or "FormatException" or "KeyNotFoundException" or "NotSupportedException" or "TimeoutException" or "ObjectDisposedException");

    private static IEnumerable<string> Names(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            yield return at.Name;
    }

    /// <summary>A literal can be replaced by the quote where nothing varies.</summary>
    private static IEnumerable<IReadOnlyList<TextChange>> Reworded(SyntaxNode node, string quote)
    {
        if (node is LiteralExpressionSyntax && !Hole().IsMatch(quote))
            yield return [new TextChange(node.Span, SymbolDisplay.FormatLiteral(quote, quote: true))];
        if (node is not InterpolatedStringExpressionSyntax interpolated)
            yield break;
        var parts = Hole().Split(quote);
        var holes = interpolated.Contents.OfType<InterpolationSyntax>().ToList();
        if (holes.Count == parts.Length - 1)
            yield return [new TextChange(node.Span, $"$\"{string.Concat(parts.Select((part, at) => part.Replace("\"", "\\\"", StringComparison.Ordinal) + (at < holes.Count ? holes[at].ToString() : "")))}\"")];
    }

    private static MemberDeclarationSyntax? MemberOf(SyntaxNode node) => node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault(member => member is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax);

    private static string Fixed(string text) => Hole().Replace(text, "").Replace("\u0001", "", StringComparison.Ordinal);

    private static string Shown(string text) => text.Replace("\u0001", "…", StringComparison.Ordinal);

    [GeneratedRegex("`(?<exception>[\\w.]+Exception)`[^\"“`;]{0,30}[\"“](?<text>[^\"“”]{8,200})[\"”]", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex(@"<[^<>]+>|(?<!\*)\*[^*]+\*(?!\*)|\{[\w.]+\}|…")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Words();
}
