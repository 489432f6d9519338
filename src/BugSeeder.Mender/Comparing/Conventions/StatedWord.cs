using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Of several words that a clause gives in code, all stand in the code as texts if the others do.</summary>
internal sealed partial class StatedWord : Convention
{
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
            yield return code.At(MemberFor(only, found, type), this, clause, $"'{only}' is written nowhere, and {string.Join(", ", words.Except(missing, StringComparer.Ordinal).Select(word => $"'{word}'"))} {(words.Count > 2 ? "are" : "is")}.");
        }
    }

    /// <summary>The member that has the word, or an event of that name, in it; else the one after those that write the others.</summary>
    private static MemberDeclarationSyntax MemberFor(string word, List<(string Text, LiteralExpressionSyntax Node)> found, TypeDeclarationSyntax type)
    {
        var stem = Wording.Of(word);
        var writers = found.Select(text => text.Node.Ancestors().OfType<MemberDeclarationSyntax>().First()).ToHashSet();
        var others = type.Members.Where(member => member is BaseMethodDeclarationSyntax && !writers.Contains(member)).ToList();
        return others.Find(member => member is MethodDeclarationSyntax method && Wording.Shared(stem, Wording.Of(method.Identifier.ValueText)) > 0)
            ?? others.Find(member => member.DescendantTokens().Any(token => string.Equals(token.ValueText, word, StringComparison.OrdinalIgnoreCase)))
            ?? writers.Last();
    }

    [GeneratedRegex(@"^[a-z]+([_-][a-z]+)*$")]
    private static partial Regex Word();
}
