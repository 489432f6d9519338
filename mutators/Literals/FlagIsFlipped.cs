using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>A flag has the opposite value.</summary>
internal sealed class FlagIsFlipped : Mutator<LiteralExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "flag-is-flipped",
        Mistake: "True is passed, stored or returned for false, or false for true.",
        Class: BugClass.Literal,
        Before: """Open("f", true);""",
        After: """Open("f", false);""")
    {
        Members = "private static void Open(string path, bool write) => Console.WriteLine(path + write);",
        Signature = "public void Run()",
        LeavesAlone =
        [
            "while (true) break;",
            """Open("f", 1 == 2);""",
        ],
    };

    protected override IEnumerable<Slip> At(LiteralExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression
            && node.Parent is ArgumentSyntax or EqualsValueClauseSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax)
            yield return new(node.Span, node.IsKind(SyntaxKind.TrueLiteralExpression) ? "false" : "true");
    }
}
