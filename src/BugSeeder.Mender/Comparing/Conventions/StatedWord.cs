using System.Text.RegularExpressions;
using BugSeeder.Mender.Repairing.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Of several words that a clause gives in code, all stand in the code as texts if the others do.</summary>
internal sealed partial class StatedWord : Convention
{
    private const int MostPlaces = 24;

    public override ConventionCard Card { get; } = new(
        "What happens is written down as one of several words in code.",
        "If a type has all of these words as texts but one, and nothing else has that one, it is missing there.",
        "- **R-1** Every visit must be written down as `came`, `stayed` or `went`.",
        "class Visits { void Come(List<string> log) => log.Add(\"came\"); void Stay(List<string> log) => log.Add(\"stayed\"); void Go(List<string> log) { log.Clear(); } }",
        "class Visits { void Come(List<string> log) => log.Add(\"came\"); void Stay(List<string> log) => log.Add(\"stayed\"); void Go(List<string> log) { log.Clear(); log.Add(\"went\"); } }")
    {
        LeftAlone = ["class Visits { void Come(List<string> log) => log.Add(\"came\"); void Stay(List<string> log) { } void Go(List<string> log) { } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        var texts = new Lazy<List<(string Text, LiteralExpressionSyntax Node)>>(() => [.. code.All<LiteralExpressionSyntax>().Where(node => node.Token.Value is string).Select(node => ((string)node.Token.Value!, node))]);
        foreach (var clause in spec.Clauses)
        {
            var words = clause.Code.Where(text => Word().IsMatch(text)).Distinct(StringComparer.Ordinal).ToList();
            if (words.Count < 3 || texts.Value.Where(text => words.Contains(text.Text, StringComparer.Ordinal)).ToList() is not { Count: > 0 } found)
                continue;
            var missing = words.Where(word => !found.Exists(text => text.Text == word)).ToList();
            if (missing is not [var only] || code.All<LiteralExpressionSyntax>().Any(node => node.Token.Value is string value && value.Contains(only, StringComparison.OrdinalIgnoreCase)) || code.All<EnumMemberDeclarationSyntax>().Any(member => string.Equals(member.Identifier.ValueText, only, StringComparison.OrdinalIgnoreCase)))
                continue;
            var types = found.Select(text => text.Node.Ancestors().OfType<TypeDeclarationSyntax>().First()).Distinct().ToList();
            if (types is not [var type] || !words.Except(missing, StringComparer.Ordinal).All(word => found.Exists(text => text.Text == word)))
                continue;
            var member = MemberFor(only, found, type);
            yield return code.At(member, this, clause, $"'{only}' is written nowhere, and {string.Join(", ", words.Except(missing, StringComparer.Ordinal).Select(word => $"'{word}'"))} are.", [.. Written(only, member, found)]);
        }
    }

    /// <summary>The member that has the word, or an event of that name, in it; else the only one that writes none, or the last that writes one.</summary>
    private static MemberDeclarationSyntax MemberFor(string word, List<(string Text, LiteralExpressionSyntax Node)> found, TypeDeclarationSyntax type)
    {
        var stem = Wording.Of(word);
        var writers = found.Select(text => text.Node.Ancestors().OfType<MemberDeclarationSyntax>().First()).ToHashSet();
        var others = type.Members.Where(member => member is BaseMethodDeclarationSyntax && !writers.Contains(member)).ToList();
        return others.Find(member => member is MethodDeclarationSyntax method && Wording.Shared(stem, Wording.Of(method.Identifier.ValueText)) > 0)
            ?? others.Find(member => member.DescendantTokens().Any(token => string.Equals(token.ValueText, word, StringComparison.OrdinalIgnoreCase)))
            ?? (others is [var alone] ? alone : writers.Last());
    }

    /// <summary>
    /// What writes another of the words, with this one in its place: before the last statement of a block of the member first, where the block ends, and then before
    /// each statement from the last on. What does not fit there does not compile.
    /// </summary>
    private static IEnumerable<IReadOnlyList<TextChange>> Written(string word, MemberDeclarationSyntax member, List<(string Text, LiteralExpressionSyntax Node)> found)
    {
        var siblings = found.Where(text => text.Node.Ancestors().OfType<MemberDeclarationSyntax>().First() != member)
            .Select(text => StatementOf(text.Node)?.Replace(text.Node.ToString(), SymbolDisplay.FormatLiteral(word, quote: true), StringComparison.Ordinal)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var places = member.DescendantNodes().OfType<StatementSyntax>().Where(statement => statement.Parent is BlockSyntax && statement is not (BlockSyntax or LocalFunctionStatementSyntax or LocalDeclarationStatementSyntax)).ToList();
        var changes = places.AsEnumerable().Reverse().OrderByDescending(statement => ((BlockSyntax)statement.Parent!).Statements[^1] == statement && statement.Parent.Parent is not (IfStatementSyntax or CatchClauseSyntax))
            .SelectMany(statement => siblings.Select(sibling => (IReadOnlyList<TextChange>)Insertion.Before(statement, sibling, 1).Changes));
        var empty = member.DescendantNodes().OfType<BlockSyntax>().Where(block => block.Statements.Count == 0).SelectMany(block => siblings.Select(sibling => (IReadOnlyList<TextChange>)Insertion.Before(block, sibling, 1).Changes));
        return changes.Concat(empty).Take(MostPlaces);
    }

    private static string? StatementOf(LiteralExpressionSyntax text) =>
        text.FirstAncestorOrSelf<ExpressionStatementSyntax>()?.ToString() ?? (text.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { Expression: InvocationExpressionSyntax call } ? $"{call};" : null);

    [GeneratedRegex(@"^[a-z]+([_-][a-z]+)*$")]
    private static partial Regex Word();
}
