using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Time;

/// <summary>A test or a caller cannot set the clock any more.</summary>
internal sealed class ClockOfTheMachine : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "clock-of-the-machine",
        Mistake: "The time is taken from the machine and not from the clock that was handed in.",
        Class: BugClass.DotNetSemantics,
        Before: "return _clock.GetUtcNow();",
        After: "return DateTimeOffset.UtcNow;")
    {
        Members = "private readonly TimeProvider _clock = TimeProvider.System; public long Ticks => _clock.GetTimestamp();",
        Signature = "public DateTimeOffset Now()",
        Traits = [ProductionTrait.Time],
        LeavesAlone = ["return TimeProvider.System.GetUtcNow();"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } }
            && Invoked.Method(node, model) is { Name: "GetUtcNow" } method && method.ContainingType.Is("System.TimeProvider")
            && model.LookupNamespacesAndTypes(node.SpanStart, name: nameof(DateTimeOffset)).Length == 1)
            yield return new(node.Span, "DateTimeOffset.UtcNow");
    }
}
