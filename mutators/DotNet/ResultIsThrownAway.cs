using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.DotNet;

/// <summary>A method that returns a new value is called as if it changed the old one.</summary>
internal sealed class ResultIsThrownAway : Mutator<AssignmentExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "result-is-thrown-away",
        Mistake: "The result of a call on something immutable is dropped.",
        Class: BugClass.DotNetSemantics,
        Before: "due = due.AddDays(30); return due;",
        After: "due.AddDays(30); return due;")
    {
        Signature = "public DateTime Due(DateTime due, DateTime start, List<int> list)",
        LeavesAlone =
        [
            "list.Add(1); return due;",
            "due = start.AddDays(30); return due;",
            "list = list.GetRange(0, 3); list.Add(1); return due;",
        ],
    };

    protected override IEnumerable<Slip> At(AssignmentExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Parent: ExpressionStatementSyntax, Right: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } }
            && access.Expression.ToString() == node.Left.ToString()
            && model.TypeOf(node.Left) is { } type
            && (type.IsString() || type.IsMoment() || type.Is("System.TimeSpan") || type.ContainingNamespace.ToString() == "System.Collections.Immutable"))
            yield return new(TextSpan.FromBounds(node.SpanStart, node.Right.SpanStart), "");
    }
}
