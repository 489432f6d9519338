using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>The other side takes the second attempt for a new request.</summary>
internal sealed class RequestIdIsMadeAnew : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "request-id-is-made-anew",
        Mistake: "Each attempt has an id of its own, so that a repeated one counts twice.",
        Class: BugClass.WrongCall,
        Before: "for (var i = 0; i < 3; i++) Send(order, requestId); return requestId;",
        After: "for (var i = 0; i < 3; i++) Send(order, Guid.NewGuid().ToString()); return requestId;")
    {
        Members = "private static void Send(string order, string requestId) => Console.WriteLine(order + requestId);",
        Signature = "public string Run(string order, string requestId)",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "Send(order, requestId); return requestId;",
            """for (var i = 0; i < 3; i++) Send(requestId, "1"); return requestId;""",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && node.Ancestors().Any(ancestor => ancestor is ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
            && Invoked.Parameter(node, model) is { Type.SpecialType: SpecialType.System_String } parameter
            && Wording.Has(parameter.Name, ["idempotency", "request", "correlation"]) && Wording.Has(parameter.Name, ["key", "id"])
            && model.LookupNamespacesAndTypes(node.SpanStart, name: nameof(Guid)).Length == 1)
            yield return new(node.Expression.Span, "Guid.NewGuid().ToString()");
    }
}
