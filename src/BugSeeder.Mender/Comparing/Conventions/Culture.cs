using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What must be the same under every culture asks for none.</summary>
internal sealed partial class Culture : Convention
{
    private static readonly Dictionary<string, string> Instead = new(StringComparer.Ordinal)
    {
        ["CurrentCulture"] = "InvariantCulture",
        ["CurrentUICulture"] = "InvariantCulture",
        ["CurrentCultureIgnoreCase"] = "OrdinalIgnoreCase",
    };

    public override ConventionCard Card { get; } = new(
        "Results are the same under every culture.",
        "Nothing asks for the current culture.",
        "- **R-1** Results must be the same under every current culture.",
        "class Names { static bool Same(string a, string b) => string.Equals(a, b, StringComparison.CurrentCultureIgnoreCase); }",
        "class Names { static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase); }")
    {
        LeftAlone = ["class Names { static bool Same(string a, string b) => string.Equals(a, b, StringComparison.InvariantCulture); static int CurrentCulture => 3; static int Get() => CurrentCulture; }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (spec.Clauses.FirstOrDefault(clause => Words().IsMatch(clause.Words)) is not { } clause)
            yield break;
        foreach (var name in code.All<MemberAccessExpressionSyntax>().Where(access => Instead.ContainsKey(access.Name.Identifier.ValueText)))
        {
            if (code.SymbolOf(name)?.ContainingType is not { Name: "CultureInfo" or "StringComparison" or "StringComparer" } type)
                continue;
            var other = type.Name == "CultureInfo" || name.Name.Identifier.ValueText != "CurrentCulture" ? Instead[name.Name.Identifier.ValueText] : "Ordinal";
            yield return code.At(name, this, clause, $"It asks for the current culture with '{name}'.", [new TextChange(name.Name.Span, other)]);
        }
    }

    [GeneratedRegex(@"\b(same|alike|independent|regardless|whatever|irrespective)\b[^.;]{0,60}\bculture|\bculture[- ](invariant|independent)|\binvariant culture\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
