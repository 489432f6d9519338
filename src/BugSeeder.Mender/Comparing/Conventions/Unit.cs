using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A stated span of time is added or made in its unit.</summary>
internal sealed partial class Unit : Convention
{
    private static readonly string[] Units = ["Milliseconds", "Seconds", "Minutes", "Hours", "Days", "Months", "Years"];

    public override ConventionCard Card { get; } = new(
        "A clause states a number of days, minutes or the like.",
        "That number, under a name that the clause has words of, is given to no method of another unit.",
        "- **R-1** A parcel may be returned at most 14 days after delivery.",
        "class Parcels { const int DaysToReturn = 14; bool CanReturn(DateTime delivered, DateTime now) => now <= delivered.AddMonths(DaysToReturn); }",
        "class Parcels { const int DaysToReturn = 14; bool CanReturn(DateTime delivered, DateTime now) => now <= delivered.AddDays(DaysToReturn); }")
    {
        LeftAlone = ["class Parcels { const int Width = 14; DateTime Warranty(DateTime bought) => bought.AddMonths(Width); }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        var stated = spec.Clauses.SelectMany(clause => Span().Matches(clause.Words).Select(match => (Clause: clause, Number: Numbers.Of(match.Groups["number"].Value), Unit: UnitOf(match.Groups["unit"].Value)))).Where(each => each.Number > 1).ToList();
        if (stated.Count == 0)
            yield break;
        foreach (var call in code.All<InvocationExpressionSyntax>())
        {
            if (call is not { Expression: MemberAccessExpressionSyntax { Name: var name }, ArgumentList.Arguments: [{ Expression: var argument }] } || Method().Match(name.Identifier.ValueText) is not { Success: true } method)
                continue;
            var named = argument is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus ? minus.Operand : argument;
            if (named is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || Numbers.Value(named, code) is not { } value)
                continue;
            var (unit, words) = (method.Groups["unit"].Value, Wording.Of(named.ToString().Split('.')[^1]));
            var same = stated.Where(each => each.Number == value && Wording.Shared(words, Wording.Of(each.Clause.Words)) >= Math.Min(2, words.Count)).ToList();
            if (same.Count == 0 || same.Exists(each => each.Unit == unit) || same.Select(each => each.Unit).Distinct().Count() > 1)
                continue;
            yield return code.At(call, this, same[0].Clause, $"'{named}' is taken for {unit.ToLowerInvariant()}.", [new TextChange(name.Span, method.Groups["verb"].Value + same[0].Unit)]);
        }
    }

    private static string UnitOf(string word) => Units.First(unit => unit.StartsWith(word.TrimEnd('s'), StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(@"(?<number>" + Numbers.Pattern + @")[ -](?:(?:full|calendar|open|completed|further|whole|working)\s+)?(?<unit>millisecond|second|minute|hour|day|month|year)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"^(?<verb>Add|From)(?<unit>Milliseconds|Seconds|Minutes|Hours|Days|Months|Years)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Method();
}
