using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        foreach (var other in Elsewhere(statement, context))
            yield return Insertion.Before(statement, other.Text, other.Weight);
        if (at == block.Statements.Count - 1 && statement is not (ReturnStatementSyntax or ThrowStatementSyntax))
        {
            foreach (var other in Elsewhere(statement, context))
                yield return Insertion.After(statement, other.Text, other.Weight);
        }
    }

    private static IEnumerable<(string Text, double Weight)> Elsewhere(StatementSyntax statement, FixContext context)
    {
        var own = FixContext.MemberAround(statement);
        var others = (statement.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.DescendantNodes() ?? []).OfType<StatementSyntax>()
            .Where(other => other is ExpressionStatementSyntax or IfStatementSyntax { Else: null, Statement: not BlockSyntax { Statements.Count: > 2 } } && !other.Span.OverlapsWith(statement.Span))
            .OrderByDescending(other => FixContext.MemberAround(other) == own).ToList();
        var texts = others.Select(other => (Text: other.ToString(), Weight: 0.5)).Where(other => other.Text.Length < 200).DistinctBy(other => other.Text).Take(Most);
        return texts.Concat(others.OfType<ExpressionStatementSyntax>().SelectMany(other => Retold(other, context)).DistinctBy(other => other.Text).Take(Most));
    }

    /// <summary>A statement with another text in it, of those that the clause or the failing test names: siblings that tell different things tell them alike.</summary>
    private static IEnumerable<(string Text, double Weight)> Retold(ExpressionStatementSyntax other, FixContext context)
    {
        if (other.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression)).ToList() is not [var told])
            yield break;
        foreach (var text in context.Facts.TestTexts.Concat(context.Facts.Texts).Where(text => text != told.Token.ValueText && text.Length is > 2 and < 40))
            yield return (other.ToString().Replace(told.ToString(), SymbolDisplay.FormatLiteral(text, quote: true), StringComparison.Ordinal), 0.4);
    }

    private static Fix Moved(StatementSyntax statement, Fix insertion) => new([.. Insertion.Without(statement, 1).Changes, .. insertion.Changes], insertion.Weight);
}
