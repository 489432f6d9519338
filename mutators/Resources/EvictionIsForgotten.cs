using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Resources;

/// <summary>A cache or queue grows for ever.</summary>
internal sealed class EvictionIsForgotten : Mutator<StatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "eviction-is-forgotten",
        Mistake: "Nothing is thrown out where there is too much.",
        Class: BugClass.Omission,
        Before: "_items.Enqueue(item); while (_items.Count > Limit) { _items.Dequeue(); }",
        After: "_items.Enqueue(item);")
    {
        Members = "public const int Limit = 9; private readonly Queue<int> _items = new(); public int Count => _items.Count;",
        Signature = "public void Add(int item)",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "while (_items.Count > Limit) { Console.WriteLine(); }",
            "while (_items.Count > 0) { Console.WriteLine(_items.Dequeue()); }",
            "if (item > Limit) { _items.Dequeue(); }",
        ],
    };

    protected override IEnumerable<Slip> At(StatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        var (condition, body) = node switch
        {
            WhileStatementSyntax loop => (loop.Condition, loop.Statement),
            IfStatementSyntax { Else: null } branch => (branch.Condition, branch.Statement),
            _ => (null, null),
        };
        if (condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Right: not LiteralExpressionSyntax { Token.Text: "0" } }
            && body!.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Invoked.Name(call) is { } name && IsRemoval(name.ValueText))
            && !body.DescendantNodes().Any(inner => inner is ThrowStatementSyntax or ReturnStatementSyntax)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }

    private static bool IsRemoval(string method) =>
        method.StartsWith("Remove", StringComparison.Ordinal) || method is "Dequeue" or "Pop" or "Clear" or "TryDequeue" or "TryPop" or "TryRemove";
}
