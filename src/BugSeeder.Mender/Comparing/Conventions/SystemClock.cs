using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What takes the time from a clock that it is given asks no other.</summary>
internal sealed partial class SystemClock : Convention
{
    public override ConventionCard Card { get; } = new(
        "\"Now\" is taken from the clock that is handed in.",
        "Nothing asks DateTime or DateTimeOffset for the time, but the clocks themselves.",
        "- **R-1** The time must be taken from the `TimeProvider` handed in, never from the system clock.",
        "class Lease { private readonly TimeProvider clock = TimeProvider.System; DateTimeOffset End => DateTimeOffset.UtcNow.AddDays(1); DateTimeOffset Now => clock.GetUtcNow(); }",
        "class Lease { private readonly TimeProvider clock = TimeProvider.System; DateTimeOffset End => clock.GetUtcNow().AddDays(1); DateTimeOffset Now => clock.GetUtcNow(); }")
    {
        LeftAlone = ["class WallClock : TimeProvider { public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow; }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (spec.Clauses.FirstOrDefault(clause => Clock().IsMatch(clause.Text) && Given().IsMatch(clause.Words)) is not { } clause)
            yield break;
        foreach (var access in code.All<MemberAccessExpressionSyntax>().Where(access => access.Name.Identifier.ValueText is "Now" or "UtcNow" or "Today"))
        {
            if (code.SymbolOf(access) is IPropertySymbol { IsStatic: true, ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" } type } && OwnerOf(access, code) is { } owner && !IsClock(owner))
                yield return code.At(access, this, clause, $"It asks the system clock with '{access}'.", [.. Clocks(owner, type).Select(other => (IReadOnlyList<TextChange>)[new TextChange(access.Span, other)])]);
        }
    }

    private static INamedTypeSymbol? OwnerOf(SyntaxNode node, ProductCode code) => code.ModelOf(node).GetEnclosingSymbol(node.SpanStart, code.CancellationToken)?.ContainingType;

    private static bool IsClock(INamedTypeSymbol type) => type.Name.Contains("Clock", StringComparison.Ordinal)
        || type.AllInterfaces.Concat(Bases(type)).Any(other => Clock().IsMatch(other.Name));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
            yield return at;
    }

    /// <summary>What the type's own clock is asked for the same.</summary>
    private static IEnumerable<string> Clocks(INamedTypeSymbol owner, INamedTypeSymbol wanted) => owner.GetMembers().OfType<IFieldSymbol>()
        .Where(field => Clock().IsMatch(field.Type.Name))
        .SelectMany(field => field.Type.GetMembers().Where(member => !member.IsStatic).Select(member => member switch
        {
            IPropertySymbol property when property.Type.Equals(wanted, SymbolEqualityComparer.Default) => $"{field.Name}.{member.Name}",
            IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: true } method when method.ReturnType.Equals(wanted, SymbolEqualityComparer.Default) => $"{field.Name}.{member.Name}()",
            _ => "",
        })).Where(text => text.Length > 0).OrderByDescending(text => text.Contains("Utc", StringComparison.Ordinal)).ThenBy(text => text, StringComparer.Ordinal);

    [GeneratedRegex(@"TimeProvider|I?Clock", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bhanded (in|to)\b|\bgiven\b|\binjected\b|\b(never|not)( be taken)?( from)? the system clock\b|\bonly from\b", RegexOptions.IgnoreCase)]
    private static partial Regex Given();
}
