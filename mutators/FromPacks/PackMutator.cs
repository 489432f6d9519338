using BugSeeder.Mutators.Code;
using BugSeeder.Mutators.FromStryker;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>Makes the mistake that a rule of a pack describes.</summary>
internal sealed class PackMutator(PackRule rule) : Mutator
{
    public override MutatorCard Card => rule.Card;

    public override Type NodeType { get; } = rule.Before.Expression switch
    {
        null => typeof(StatementSyntax),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => typeof(ExpressionSyntax),
        var expression => expression.GetType(),
    };

    public override IEnumerable<Slip> At(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (rule.Before.Expression is { } expression)
            return node is ExpressionSyntax ? AtExpression(expression, node, model) : [];
        return node is StatementSyntax first ? AtStatements(first, model) : [];
    }

    private IEnumerable<Slip> AtExpression(ExpressionSyntax wanted, SyntaxNode node, SemanticModel model)
    {
        var match = new Matcher(rule.Before, model);
        if (!match.Fits(wanted, node) || !Holds(node, [(wanted, node)], match, model))
            yield break;
        var intended = SyntaxFactory.ParseExpression(Filled(rule.After.Text, match, model, node.SpanStart), options: (CSharpParseOptions)node.SyntaxTree.Options);
        yield return new(TokenDiff.Between(node, intended)) { Intended = intended };
    }

    private IEnumerable<Slip> AtStatements(StatementSyntax first, SemanticModel model)
    {
        if (first.Parent is not BlockSyntax around)
            yield break;
        var start = around.Statements.IndexOf(first);
        var found = around.Statements.Skip(start).Take(rule.Before.Statements.Count).ToList();
        var match = new Matcher(rule.Before, model);
        var pairs = rule.Before.Statements.Zip(found, (wanted, at) => ((SyntaxNode)wanted, (SyntaxNode)at)).ToList();
        if (found.Count < rule.Before.Statements.Count || !pairs.TrueForAll(pair => match.Fits(pair.Item1, pair.Item2)) || !Holds(first, pairs, match, model))
            yield break;
        if (StatementEdits.Between(rule, found, text => Filled(text, match, model, first.SpanStart)) is { Count: > 0 } edits)
            yield return new(edits);
    }

    private bool Holds(SyntaxNode node, IEnumerable<(SyntaxNode Wanted, SyntaxNode Found)> pairs, Matcher match, SemanticModel model) =>
        rule.Conditions.All(condition => condition.Holds(node, match, model))
        && rule.Calls.All(call => pairs.Any(pair => pair.Found.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(made => IsCallOf(made, call, model))));

    private static bool IsCallOf(InvocationExpressionSyntax made, string call, SemanticModel model)
    {
        var dot = call.LastIndexOf('.');
        return Invoked.Method(made, model) is { } method && method.Name == call[(dot + 1)..]
            && (TypeNames.Find(call[..dot], model.Compilation) as INamedTypeSymbol)?.OriginalDefinition is { } type
            && (SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, type) || TypeNames.IsA(method.ContainingType, call[..dot], model.Compilation));
    }

    /// <summary>The text of a pattern with what the holes took, and with full names as short as they can be here.</summary>
    private string Filled(string text, Matcher match, SemanticModel model, int position)
    {
        foreach (var name in rule.After.FullNames)
        {
            if (TypeNames.Find(name, model.Compilation) is { } symbol)
                text = text.Replace(name, TypeNames.Shortest(name, symbol, model, position), StringComparison.Ordinal);
        }
        foreach (var (stand, bound) in match.Bound)
            text = bound.Length == 0 ? text.Replace($", {stand}", "", StringComparison.Ordinal).Replace(stand, "", StringComparison.Ordinal) : text.Replace(stand, bound, StringComparison.Ordinal);
        return text;
    }
}
