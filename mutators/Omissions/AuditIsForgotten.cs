using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>An entry in a log or an audit trail is missing.</summary>
internal sealed class AuditIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "audit-is-forgotten",
        Mistake: "Something happens and leaves no trace.",
        Class: BugClass.Omission,
        Before: """_sum += amount; _trail.Record("booked");""",
        After: "_sum += amount;")
    {
        Repeats = true,
        Members = "public class Trail { public void Record(string what) => Console.WriteLine(what); public void Forget() => Console.WriteLine(); } private decimal _sum; public decimal Sum => _sum; private readonly Trail _trail = new(); public Trail History => _trail;",
        Signature = "public void Book(decimal amount)",
        Traits = [ProductionTrait.Observability],
        LeavesAlone =
        [
            "_sum += amount;",
            "_trail.Forget();",
            """var text = $"booked {amount}"; _sum += amount; _trail.Record(text);""",
            """_trail.Record($"{_sum += amount}");""",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is InvocationExpressionSyntax call && Wording.IsNote(call, model)
            && !Declared.Writes(call)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(node, model))
            yield return gone.ToSlip() with { Confuses = $"{call.Expression}" };
    }
}
