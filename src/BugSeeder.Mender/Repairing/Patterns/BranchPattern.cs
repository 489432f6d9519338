using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>Branches the other way round, or one of them alone; the values of two arms of a switch exchanged; the other way out of a loop.</summary>
internal sealed class BranchPattern : FixPattern
{
    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        switch (node)
        {
            case ConditionalExpressionSyntax conditional:
                yield return Fix.Swap(conditional.WhenTrue, conditional.WhenFalse);
                yield return Fix.Replace(conditional, conditional.WhenTrue.ToString(), 0.4);
                yield return Fix.Replace(conditional, conditional.WhenFalse.ToString(), 0.4);
                break;
            case IfStatementSyntax { Else.Statement: var other and not IfStatementSyntax } branch:
                yield return Fix.Swap(branch.Statement, other);
                break;
            case IfStatementSyntax { Else: null } branch:
                yield return Fix.Replace(branch, branch.Statement.ToString(), 0.3);
                break;
            case BreakStatementSyntax { Parent: not SwitchSectionSyntax } way:
                yield return Fix.Replace(way, "continue;");
                break;
            case ContinueStatementSyntax way:
                yield return Fix.Replace(way, "break;");
                break;
            case SwitchExpressionSyntax { Arms: var arms }:
                for (var index = 1; index < arms.Count; index++)
                    yield return Fix.Swap(arms[index - 1].Expression, arms[index].Expression, 0.7);
                break;
        }
    }
}
