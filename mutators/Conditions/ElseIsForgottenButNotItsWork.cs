using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Conditions;

/// <summary>Both branches run where one of two should.</summary>
internal sealed class ElseIsForgottenButNotItsWork : Mutator<ElseClauseSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "else-is-forgotten-but-not-its-work",
        Mistake: "What is for the other case only is always done.",
        Class: BugClass.Condition,
        Before: "if (urgent) { price *= 2; } else { price += 1; } return price;",
        After: "if (urgent) { price *= 2; } price += 1; return price;")
    {
        Signature = "public static decimal Fee(bool urgent, decimal price)",
        LeavesAlone =
        [
            "if (urgent) { return 1; } else { price += 1; } return price;",
            "if (urgent) { price = 2; } else if (price > 3) { price = 3; } return price;",
            "decimal? tip = urgent ? price / 9 : null; if (tip is null) { price *= 2; } else { price += tip.Value; } return price;",
        ],
    };

    protected override IEnumerable<Slip> At(ElseClauseSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Statement: BlockSyntax { Statements: [ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } or InvocationExpressionSyntax }, ..] } block, Parent: IfStatementSyntax { Parent: BlockSyntax } branch }
            && Jumps.FallsThrough(branch.Statement, model) && Jumps.FallsThrough(block, model)
            && !Jumps.AssignsFirst(branch.Statement, model)
            && !Declared.Variables(branch.Condition) && !Nulls.Guards(branch.Condition, model)
            && Indentation.Unwrapped(block, branch) is { } work)
            yield return new(TextSpan.FromBounds(branch.Statement.Span.End, node.Span.End), Indentation.Behind(branch) + work);
    }
}
