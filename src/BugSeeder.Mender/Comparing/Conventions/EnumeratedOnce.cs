using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A sequence that is enumerated once is gone through at one place.</summary>
internal sealed partial class EnumeratedOnce : Convention
{
    public override ConventionCard Card { get; } = new(
        "A sequence is enumerated once.",
        "A parameter of a sequence's type, which the clause has the name of, is gone through at one place only.",
        "## Tour\n\n- **R-1** The stops must be enumerated once.",
        "class Tour { int Length(IEnumerable<int> stops) { var count = stops.Count(); foreach (var stop in stops) count += stop; return count; } }",
        "class Tour { int Length(IEnumerable<int> stops) { var all = stops.ToList(); var count = all.Count; foreach (var stop in all) count += stop; return count; } }")
    {
        LeftAlone = ["class Tour { int Length(IEnumerable<int> stops) { if (stops == null) throw new ArgumentNullException(nameof(stops)); return stops.Count(); } int Other(List<int> stops) => stops.Count + stops.Sum(); }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses.Where(clause => Words().IsMatch(clause.Words)))
        {
            var (words, types) = (Wording.Of(clause.Words), Links.TypesOf(clause, code));
            foreach (var method in types.SelectMany(code.DeclarationsOf).SelectMany(type => type.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()))
            {
                foreach (var parameter in method.ParameterList.Parameters)
                {
                    if (code.ModelOf(method).GetDeclaredSymbol(parameter, code.CancellationToken) is not IParameterSymbol { Type.Name: "IEnumerable" } symbol || Wording.Shared(Wording.Of(symbol.Name), words) == 0)
                        continue;
                    var uses = method.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name && Enumerates(name, code)).ToList();
                    if (uses.Count > 1)
                        yield return code.At(uses[1], this, clause, $"'{symbol.Name}' is gone through at {uses.Count} places.");
                }
            }
        }
    }

    private static bool Enumerates(IdentifierNameSyntax name, ProductCode code) => name.Parent switch
    {
        ForEachStatementSyntax loop => loop.Expression == name,
        MemberAccessExpressionSyntax access => access.Expression == name && code.SymbolOf(access)?.ContainingType?.Name == "Enumerable",
        _ => false,
    };

    [GeneratedRegex(@"\b(enumerated|iterated|gone through|traversed) (only |exactly |at most )?once\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
