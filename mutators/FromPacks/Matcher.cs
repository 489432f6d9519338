using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>Lays a pattern over code: kinds of nodes and texts of tokens by syntax, full names and the types of holes by meaning.</summary>
internal sealed class Matcher(Pattern pattern, SemanticModel model)
{
    private readonly Dictionary<string, string> _bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxNode> _nodes = new(StringComparer.Ordinal);

    /// <summary>The text that each hole took, by the identifier that stands for the hole.</summary>
    public IReadOnlyDictionary<string, string> Bound => _bound;

    /// <summary>The node that a hole took; null for the arguments that are left.</summary>
    public SyntaxNode? Node(string stand) => _nodes.GetValueOrDefault(stand);

    /// <summary>Whether the pattern fits.</summary>
    public bool Fits(SyntaxNode wanted, SyntaxNode found)
    {
        if (HoleOf(wanted) is { } hole)
            return Takes(hole, found);
        if (FullName(wanted) is { } name && (LastName(found) is not { } end || name.EndsWith(end, StringComparison.Ordinal)) && TypeNames.Find(name, model.Compilation) is { } symbol)
            return found is ExpressionSyntax && model.SymbolOf(found) is { } meant && IsSame(meant, symbol);
        if (wanted.RawKind != found.RawKind)
            return false;
        return wanted is ArgumentListSyntax list && list.Arguments.LastOrDefault() is { } last && HoleOf(last) is { Kind: HoleKind.Rest } rest
            ? FitsRest(list, (ArgumentListSyntax)found, rest)
            : FitsInside(wanted, found);
    }

    private bool FitsInside(SyntaxNode wanted, SyntaxNode found)
    {
        var (left, right) = (wanted.ChildNodesAndTokens(), found.ChildNodesAndTokens());
        return left.Count == right.Count && left.Zip(right).All(pair => pair.First.AsNode() is { } node
            ? pair.Second.AsNode() is { } other && Fits(node, other)
            : pair.Second.IsToken && pair.First.AsToken().ValueText == pair.Second.AsToken().ValueText && pair.First.RawKind == pair.Second.RawKind);
    }

    private bool FitsRest(ArgumentListSyntax wanted, ArgumentListSyntax found, Hole rest)
    {
        var first = wanted.Arguments.Count - 1;
        if (found.Arguments.Count < first || !wanted.Arguments.Take(first).Zip(found.Arguments).All(pair => Fits(pair.First, pair.Second)))
            return false;
        var text = found.Arguments.Count == first ? "" : string.Join(", ", found.Arguments.Skip(first));
        return _bound.TryAdd(rest.Stand, text) || _bound[rest.Stand] == text;
    }

    private bool Takes(Hole hole, SyntaxNode found)
    {
        if (!Suits(hole, found))
            return false;
        if (_nodes.TryGetValue(hole.Stand, out var before))
            return SyntaxFactory.AreEquivalent(before, found);
        _nodes.Add(hole.Stand, found);
        _bound.Add(hole.Stand, found.ToString());
        return true;
    }

    private bool Suits(Hole hole, SyntaxNode found) => hole.Kind switch
    {
        HoleKind.Expr => found is ExpressionSyntax and not DeclarationExpressionSyntax
            && (hole.Type is null || (model.TypeOf(found) is { } type && TypeNames.IsA(type, hole.Type, model.Compilation))),
        HoleKind.Stmt => found is StatementSyntax,
        HoleKind.Name => found is IdentifierNameSyntax,
        HoleKind.Literal => found is LiteralExpressionSyntax,
        HoleKind.Type => found is TypeSyntax,
        _ => false,
    };

    /// <summary>The hole that a node of the pattern is: an identifier, an argument or statement that is nothing else.</summary>
    private Hole? HoleOf(SyntaxNode wanted) => wanted switch
    {
        IdentifierNameSyntax name => pattern.Holes.GetValueOrDefault(name.Identifier.ValueText),
        ArgumentSyntax { NameColon: null, RefKindKeyword.RawKind: 0, Expression: IdentifierNameSyntax name } => pattern.Holes.GetValueOrDefault(name.Identifier.ValueText) is { Kind: HoleKind.Rest } rest ? rest : null,
        ExpressionStatementSyntax { Expression: IdentifierNameSyntax name } => pattern.Holes.GetValueOrDefault(name.Identifier.ValueText) is { Kind: HoleKind.Stmt } statement ? statement : null,
        _ => null,
    };

    /// <summary>The same symbol; of a method any overload.</summary>
    private static bool IsSame(ISymbol meant, ISymbol wanted) => wanted is IMethodSymbol
        ? meant is IMethodSymbol && meant.Name == wanted.Name && SymbolEqualityComparer.Default.Equals(meant.ContainingType?.OriginalDefinition, wanted.ContainingType.OriginalDefinition)
        : SymbolEqualityComparer.Default.Equals(meant.OriginalDefinition, wanted.OriginalDefinition);

    /// <summary>The name at the end of a dotted one: asking what a node means takes much longer than reading it.</summary>
    private static string? LastName(SyntaxNode found) => found switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string? FullName(SyntaxNode wanted) =>
        wanted is MemberAccessExpressionSyntax or QualifiedNameSyntax && wanted.DescendantNodes().All(node => node is IdentifierNameSyntax or MemberAccessExpressionSyntax or QualifiedNameSyntax)
            ? wanted.ToString()
            : null;
}
