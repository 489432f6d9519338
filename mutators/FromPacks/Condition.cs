using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>What must hold beside the pattern, such as <c>$x is not constant</c> or <c>match is inside loop</c>.</summary>
/// <param name="Hole">The identifier that stands for the hole it is about; null where it is about the whole match.</param>
/// <param name="Negated">Whether it must not hold.</param>
/// <param name="Test">What is asked.</param>
internal sealed record Condition(string? Hole, bool Negated, Func<SyntaxNode, SemanticModel, bool> Test)
{
    private static readonly Dictionary<string, Func<SyntaxNode, SemanticModel, bool>> Tests = new(StringComparer.Ordinal)
    {
        ["constant"] = (node, model) => model.IsConstant(node),
        ["literal"] = (node, _) => node is LiteralExpressionSyntax,
        ["simple"] = (node, _) => node is IdentifierNameSyntax or MemberAccessExpressionSyntax,
        ["parameter"] = (node, model) => model.SymbolOf(node) is IParameterSymbol,
        ["nullable"] = (node, model) => node is ExpressionSyntax && model.GetTypeInfo(node).Nullability.FlowState == NullableFlowState.MaybeNull,
        ["awaited"] = (node, _) => node.Parent is AwaitExpressionSyntax,
        ["statement"] = (node, _) => node is StatementSyntax || node.Parent is ExpressionStatementSyntax,
        ["inside loop"] = (node, _) => Around(node).Any(around => around is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax),
        ["inside try"] = (node, _) => Around(node).Any(around => around is TryStatementSyntax attempt && attempt.Block.Span.Contains(node.Span)),
        ["inside catch"] = (node, _) => Around(node).Any(around => around is CatchClauseSyntax),
        ["inside lock"] = (node, _) => Around(node).Any(around => around is LockStatementSyntax),
        ["inside lambda"] = (node, _) => node.Ancestors().Any(around => around is AnonymousFunctionExpressionSyntax),
        ["inside async"] = (node, model) => model.GetEnclosingSymbol(node.SpanStart) is IMethodSymbol { IsAsync: true },
        ["alone in await"] = (node, _) => node.Ancestors().FirstOrDefault(around => around is MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is { } function
            && function.DescendantNodes().Count(inner => inner is AwaitExpressionSyntax) < 2,
    };

    /// <summary>What can be asked.</summary>
    public static IEnumerable<string> Known => Tests.Keys;

    /// <summary>Reads a condition.</summary>
    /// <exception cref="PatternError">It asks for something that nobody knows, or of a hole that is not there.</exception>
    public static Condition Parse(string text, IReadOnlyDictionary<string, Hole> holes)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var subject, "is", .. var rest])
            throw new PatternError("A condition reads `$hole is ...`, `$hole is not ...` or `match is ...`.", 0);
        var negated = rest is ["not", ..];
        var asked = string.Join(' ', negated ? rest[1..] : rest);
        if (!Tests.TryGetValue(asked, out var test))
            throw new PatternError($"Nobody knows what '{asked}' is. Known are: {string.Join(", ", Tests.Keys)}.", Math.Max(0, text.IndexOf(asked, StringComparison.Ordinal)));
        if (subject == "match")
            return new(null, negated, test);
        var stand = $"hole_{subject.TrimStart('$')}_";
        return subject.StartsWith('$') && holes.ContainsKey(stand) ? new(stand, negated, test) : throw new PatternError($"The hole {subject} is not in `before`.", 0);
    }

    /// <summary>Whether it holds for a match.</summary>
    public bool Holds(SyntaxNode match, Matcher holes, SemanticModel model) =>
        (Hole is null ? match : holes.Node(Hole)) is { } node && Test(node, model) != Negated;

    /// <summary>What stands around a node, up to the function that it is in.</summary>
    private static IEnumerable<SyntaxNode> Around(SyntaxNode node) =>
        node.Ancestors().TakeWhile(around => around is not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
}
