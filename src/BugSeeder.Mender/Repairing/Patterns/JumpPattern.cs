using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A way out that is missing, one too much, and the wrong one: out of a loop, out of a method, on with an exception that was caught.</summary>
internal sealed class JumpPattern : FixPattern
{
    public override double Prior => 0.55;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context) => node switch
    {
        BreakStatementSyntax { Parent: BlockSyntax } or ContinueStatementSyntax { Parent: BlockSyntax } or ThrowStatementSyntax { Parent: BlockSyntax } => [Insertion.Without((StatementSyntax)node, 1)],
        StatementSyntax { Parent: BlockSyntax { Parent: CatchClauseSyntax } } statement => [Fix.Replace(statement, "throw;", statement is ReturnStatementSyntax ? 1 : 0.6)],
        BlockSyntax { Statements: [.., var last] } block when last is not (ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax) => Missing(block, last),
        _ => [],
    };

    private static IEnumerable<Fix> Missing(BlockSyntax block, StatementSyntax last)
    {
        if (block.Parent is CatchClauseSyntax)
            yield return Insertion.After(last, "throw;", 0.9);
        if (block.Parent is not (IfStatementSyntax or ElseClauseSyntax or CatchClauseSyntax))
            yield break;
        if (block.Ancestors().Any(outer => outer is ForStatementSyntax or ForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
        {
            yield return Insertion.After(last, "break;", 0.7);
            yield return Insertion.After(last, "continue;", 0.7);
        }

        if (FixContext.MemberAround(block) is MethodDeclarationSyntax method)
        {
            yield return Insertion.After(last, "return;", 0.7);
            foreach (var given in method.DescendantNodes().OfType<ReturnStatementSyntax>().Where(other => other.Expression is LiteralExpressionSyntax or IdentifierNameSyntax).Select(other => other.ToString()).Distinct(StringComparer.Ordinal))
                yield return Insertion.After(last, given, 0.5);
        }
    }
}
