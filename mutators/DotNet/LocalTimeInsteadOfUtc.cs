using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>The time on the wall is taken for universal time.</summary>
internal sealed class LocalTimeInsteadOfUtc : Mutator<SimpleNameSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "local-time-instead-of-utc",
        Mistake: "A moment is taken in the time zone of the machine.",
        Class: BugClass.DotNetSemantics,
        Before: "return DateTime.UtcNow;",
        After: "return DateTime.Now;")
    {
        Repeats = true,
        Signature = "public DateTime Stamp()",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["return DateTime.Now;"],
    };

    protected override IEnumerable<Slip> At(SimpleNameSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Other(node.Identifier.ValueText) is { } other && model.SymbolOf(node)?.ContainingType is { } type && (type.IsMoment() || type.Is("System.TimeProvider")))
            yield return new(node.Span, other);
    }

    private static string? Other(string name) => name switch
    {
        "UtcNow" => "Now",
        "GetUtcNow" => "GetLocalNow",
        "UtcDateTime" => "DateTime",
        "ToUniversalTime" => "ToLocalTime",
        _ => null,
    };
}
