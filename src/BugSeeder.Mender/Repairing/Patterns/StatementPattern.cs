using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>A statement too much, one at the wrong place, and one that is missing and stands elsewhere in the type (GenProg; Le Goues et al. 2012).</summary>
internal sealed class StatementPattern : FixPattern
{
    private const int Most = 30;

    public override double Prior => 0.4;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is not StatementSyntax { Parent: BlockSyntax block } statement || statement is BlockSyntax or LocalFunctionStatementSyntax)
            yield break;
        var at = block.Statements.IndexOf(statement);
        if (at > 0)
            yield return Fix.Swap(block.Statements[at - 1], statement, 0.9);
        if (at > 1)
            yield return Moved(statement, Insertion.Before(block.Statements[at - 2], statement.ToString(), 0.4));
        if (statement is ExpressionStatementSyntax or IfStatementSyntax { Else: null } or ReturnStatementSyntax)
            yield return Insertion.Without(statement, 0.7);
        if (block.Parent is StatementSyntax { Parent: BlockSyntax } outer and not LocalFunctionStatementSyntax)
        {
            yield return Moved(statement, Insertion.After(outer, statement.ToString(), 0.5));
            yield return Moved(statement, Insertion.Before(outer, statement.ToString(), 0.4));
        }

        if (statement.ChildNodes().OfType<BlockSyntax>().LastOrDefault() is { Statements: [.., var last] } && block.Statements.Count > at + 1 && block.Statements[at + 1] is ExpressionStatementSyntax following)
            yield return Moved(following, Insertion.After(last, following.ToString(), 0.5));
        foreach (var other in Elsewhere(statement))
            yield return Insertion.Before(statement, other, 0.5);
        if (at == block.Statements.Count - 1 && statement is not (ReturnStatementSyntax or ThrowStatementSyntax))
        {
            foreach (var other in Elsewhere(statement))
                yield return Insertion.After(statement, other, 0.5);
        }
    }

    private static IEnumerable<string> Elsewhere(StatementSyntax statement)
    {
        var own = FixContext.MemberAround(statement);
        return (statement.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes() ?? []).OfType<StatementSyntax>()
            .Where(other => other is ExpressionStatementSyntax or IfStatementSyntax { Else: null, Statement: not BlockSyntax { Statements.Count: > 2 } } && !other.Span.OverlapsWith(statement.Span))
            .OrderByDescending(other => FixContext.MemberAround(other) == own)
            .Select(other => other.ToString()).Where(text => text.Length < 200).Distinct(StringComparer.Ordinal).Take(Most);
    }

    private static Fix Moved(StatementSyntax statement, Fix insertion) => new([.. Insertion.Without(statement, 1).Changes, .. insertion.Changes], insertion.Weight);
}
