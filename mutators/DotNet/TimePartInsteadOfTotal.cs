using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>One part of a span of time is taken for the whole.</summary>
internal sealed class TimePartInsteadOfTotal : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "time-part-instead-of-total",
        Mistake: "Ninety minutes count as thirty, because only the part beyond the hours is read.",
        Class: BugClass.DotNetSemantics,
        Before: "return span.TotalMinutes > 60;",
        After: "return span.Minutes > 60;")
    {
        Repeats = true,
        Members = "public sealed record Week(int Minutes, int TotalMinutes);",
        Signature = "public bool IsLong(TimeSpan span)",
        Traits = [ProductionTrait.Time],
        LeavesAlone =
        [
            "return span.Minutes > 6;",
            "var week = new Week(3, 90); return week.TotalMinutes > span.Ticks;",
        ],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        const string Prefix = "Total";
        if (node.Name.Identifier.ValueText is var name && name.StartsWith(Prefix, StringComparison.Ordinal)
            && model.SymbolOf(node)?.ContainingType.Is("System.TimeSpan") == true)
            yield return new(node.Name.Span, name[Prefix.Length..]);
    }
}
