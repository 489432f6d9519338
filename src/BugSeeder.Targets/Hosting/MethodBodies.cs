using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Hosting;

/// <summary>
/// The bodies of one source file that a delta can replace, each known by its place in the file's order: an edit inside of bodies moves text,
/// but adds and removes no member, so the place stays the same in every mutant. What a static field or property starts with belongs to its type's
/// static constructor, and is such a body too.
/// </summary>
internal sealed class MethodBodies
{
    private readonly List<(TextSpan Span, int Ordinal)> bodies = [];

    public MethodBodies(SyntaxNode root)
    {
        var ordinal = 0;
        foreach (var member in Members(root))
        {
            bodies.AddRange(SpansOf(member).Select(span => (span, ordinal)));
            ordinal++;
        }

        Count = ordinal;
    }

    /// <summary>How many members with a body there are.</summary>
    public int Count { get; }

    /// <summary>The member whose body holds all of a span; <see langword="null"/> when none does.</summary>
    public int? Holding(TextSpan span) => bodies.Where(body => body.Span.Contains(span)).Select(body => (int?)body.Ordinal).FirstOrDefault();

    /// <summary>The member at a place in the order.</summary>
    public static SyntaxNode? At(SyntaxNode root, int ordinal) => Members(root).ElementAtOrDefault(ordinal);

    /// <summary>The method that a member's body belongs to.</summary>
    public static IMethodSymbol? SymbolOf(SemanticModel model, SyntaxNode member, CancellationToken cancellationToken)
    {
        var symbol = model.GetDeclaredSymbol(member, cancellationToken);
        if (StartOf(member) is not null)
            return symbol?.ContainingType.StaticConstructors.FirstOrDefault();
        var method = symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod;
        // An edit names the part of a partial method that has the body.
        return method?.PartialImplementationPart ?? method;
    }

    /// <summary>The method that a body belongs to in a project; <see langword="null"/> where it is not there.</summary>
    public static IMethodSymbol? MethodIn(ProjectCode project, BodyKey body, CancellationToken cancellationToken)
    {
        var tree = project.Trees[body.File];
        return At(tree.GetRoot(cancellationToken), body.Ordinal) is { } member ? SymbolOf(project.Compilation.GetSemanticModel(tree), member, cancellationToken) : null;
    }

    /// <summary>
    /// Where a delta of this method can be trusted. What runs once in a process is changed only where nothing has run yet. Where type parameters are
    /// constrained, a new closure or state machine can fail to load, and taking the edit back does not heal it, so the process cannot be used for others.
    /// </summary>
    public static DeltaFit FitOf(IMethodSymbol method, SyntaxNode member)
    {
        if (method.ContainingType is null or { TypeKind: TypeKind.Extension })
            return DeltaFit.Nowhere;
        var constrained = method.TypeParameters.Any(IsConstrained);
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
            constrained |= type.TypeParameters.Any(IsConstrained);
        var isFragile = constrained && (method.IsAsync || member.DescendantNodes().Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax or QueryExpressionSyntax));
        return method.MethodKind == MethodKind.StaticConstructor ? DeltaFit.FreshOnce : isFragile ? DeltaFit.Fresh : DeltaFit.Warm;
    }

    private static bool IsConstrained(ITypeParameterSymbol parameter) =>
        parameter.ConstraintTypes.Length > 0 || parameter.HasConstructorConstraint || parameter.HasReferenceTypeConstraint || parameter.HasValueTypeConstraint || parameter.HasUnmanagedTypeConstraint || parameter.HasNotNullConstraint;

    /// <summary>Members of extension blocks are not among them: they are compiled to two methods each, and a delta changes the wrong one.</summary>
    private static IEnumerable<SyntaxNode> Members(SyntaxNode root) => root
        .DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax or FieldDeclarationSyntax or VariableDeclarationSyntax || (node is TypeDeclarationSyntax && !node.IsKind(SyntaxKind.ExtensionBlockDeclaration)))
        .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null } || StartOf(node) is not null);

    /// <summary>What a static field or property starts with. What instances start with is in each of several constructors, and a constant in none.</summary>
    private static EqualsValueClauseSyntax? StartOf(SyntaxNode node) => node switch
    {
        PropertyDeclarationSyntax property when property.Modifiers.Any(SyntaxKind.StaticKeyword) => property.Initializer,
        VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax fields } field when fields.Modifiers.Any(SyntaxKind.StaticKeyword) => field.Initializer,
        _ => null,
    };

    private static IEnumerable<TextSpan> SpansOf(SyntaxNode member)
    {
        var (block, arrow) = member switch
        {
            BaseMethodDeclarationSyntax method => (method.Body, method.ExpressionBody),
            AccessorDeclarationSyntax accessor => (accessor.Body, accessor.ExpressionBody),
            PropertyDeclarationSyntax property => (null, property.ExpressionBody),
            IndexerDeclarationSyntax indexer => (null, indexer.ExpressionBody),
            _ => default,
        };
        if (StartOf(member) is { } start)
            yield return start.Value.Span;
        if (block is not null)
            yield return Inside(block);
        if (arrow is not null)
            yield return arrow.Expression.Span;
        if (member is ConstructorDeclarationSyntax { Initializer.ArgumentList: { } arguments })
            yield return TextSpan.FromBounds(arguments.OpenParenToken.Span.End, arguments.CloseParenToken.SpanStart);
    }

    /// <summary>What is between the braces.</summary>
    internal static TextSpan Inside(BlockSyntax block) => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart);
}
