using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Where each thing counts once however often it is named, repetitions of it are taken out.</summary>
internal sealed partial class EachOnce : Convention
{
    public override ConventionCard Card { get; } = new(
        "Each thing is taken once, however often it is named.",
        "A query that selects the things takes the repetitions out.",
        "## Mail round\n\n- **R-1** A round must visit each street once, however many letters name it.",
        "class Letter { public string Street = \"\"; } class MailRound { void Go(List<Letter> letters, Action<string> visit) { foreach (var street in letters.Select(letter => letter.Street)) visit(street); } }",
        "class Letter { public string Street = \"\"; } class MailRound { void Go(List<Letter> letters, Action<string> visit) { foreach (var street in letters.Select(letter => letter.Street).Distinct()) visit(street); } }")
    {
        LeftAlone =
        [
            "class Letter { public string Street = \"\"; } class MailRound { HashSet<string> All(List<Letter> letters) => letters.Select(letter => letter.Street).ToHashSet(); }",
            "class Letter { public string Street = \"\"; public string City = \"\"; } class MailRound { List<string> All(List<Letter> letters) => letters.Select(letter => letter.City).ToList(); }",
        ],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses)
        {
            if (Words().Match(clause.Words) is not { Success: true } stated)
                continue;
            var thing = Wording.Of(stated.Groups["thing"].Value);
            foreach (var select in Links.TypesOf(clause, code).SelectMany(code.DeclarationsOf).SelectMany(type => type.DescendantNodes().OfType<InvocationExpressionSyntax>()))
            {
                if (select is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" }, ArgumentList.Arguments: [{ Expression: SimpleLambdaExpressionSyntax { Body: MemberAccessExpressionSyntax projected } }] }
                    || Wording.Shared(thing, Wording.Of(projected.Name.Identifier.ValueText)) == 0
                    || code.SymbolOf(select)?.ContainingType?.Name != "Enumerable" || TakesRepetitionsOut(select))
                    continue;
                yield return code.At(select, this, clause, $"'{select}' keeps repetitions.", [new TextChange(new TextSpan(select.Span.End, 0), ".Distinct()")]);
            }
        }
    }

    private static bool TakesRepetitionsOut(InvocationExpressionSyntax select) => select.Ancestors().TakeWhile(node => node is not StatementSyntax || node is ForEachStatementSyntax).OfType<InvocationExpressionSyntax>()
        .Concat(select.DescendantNodes().OfType<InvocationExpressionSyntax>()).Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Distinct" or "DistinctBy" or "ToHashSet" or "GroupBy" or "Union" or "UnionWith" or "ToLookup" or "Max" or "Min" or "Sum" or "Contains" or "Any" or "All" or "Concat" or "SequenceEqual" })
        || select.Ancestors().Any(node => node is BaseObjectCreationExpressionSyntax made && made.ToString().Contains("Set<", StringComparison.Ordinal));

    [GeneratedRegex(@"\b(each|every) (?<thing>[a-z]+) (only |exactly |at most )?once\b[^.;]*\bhowever (many|often)\b|\bno (?<thing>[a-z]+) (is|be) \w+ (twice|more than once)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Words();
}
