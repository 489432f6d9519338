using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>A new value does not replace the old one.</summary>
internal sealed class TryAddInsteadOfSet : Mutator<AssignmentExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "try-add-instead-of-set",
        Mistake: "An entry of a dictionary that is there already keeps its old value.",
        Class: BugClass.WrongCall,
        Before: "_prices[code] = price;",
        After: "_prices.TryAdd(code, price);")
    {
        Members = "private readonly Dictionary<string, decimal> _prices = []; private readonly List<decimal> _list = [0]; public int Count => _prices.Count + _list.Count;",
        Signature = "public void Set(string code, decimal price)",
        LeavesAlone =
        [
            "_list[0] = price;",
            "var old = _prices[code] = price; Console.WriteLine(old);",
        ],
    };

    protected override IEnumerable<Slip> At(AssignmentExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax, Left: ElementAccessExpressionSyntax entry }
            && entry.ArgumentList.Arguments is [var key]
            && model.TypeOf(entry.Expression) is { } type
            && (type.Is("System.Collections.Generic.Dictionary`2") || type.Is("System.Collections.Concurrent.ConcurrentDictionary`2")))
            yield return new(node.Span, $"{entry.Expression}.TryAdd({key}, {node.Right})");
    }
}
