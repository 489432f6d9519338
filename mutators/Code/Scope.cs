using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>What else could have been written where a name stands.</summary>
internal static class Scope
{
    private static readonly ConditionalWeakTable<SemanticModel, ConcurrentDictionary<SyntaxNode, ISymbol[]>> InScope = [];

    /// <summary>
    /// Locals, parameters, fields and properties of the same type that are in scope and have a value, the easiest to confuse first:
    /// by kind, then by name, then by how near they are declared.
    /// </summary>
    public static IEnumerable<ISymbol> Alternatives(IdentifierNameSyntax name, ISymbol symbol, SemanticModel model)
    {
        var type = TypeOf(symbol);
        return Variables(name, model)
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, symbol)
                && SymbolEqualityComparer.IncludeNullability.Equals(TypeOf(other), type)
                && HasValueAt(other, name, model)
                && !other.IsObsolete())
            .OrderByDescending(other => Likelihood(other, symbol, name))
            .ThenBy(other => other.Name, StringComparer.Ordinal);
    }

    /// <summary>Looking up all that is in scope takes long, and every name in a block sees the same; so it is done once a block.</summary>
    private static ISymbol[] Variables(SyntaxNode place, SemanticModel model)
    {
        var scope = place.Ancestors().First(ancestor => ancestor is BlockSyntax or AnonymousFunctionExpressionSyntax or SwitchSectionSyntax
            or CommonForEachStatementSyntax or ForStatementSyntax or UsingStatementSyntax or LocalFunctionStatementSyntax or QueryExpressionSyntax
            or MemberDeclarationSyntax or CompilationUnitSyntax);
        return InScope.GetValue(model, _ => []).GetOrAdd(scope, _ =>
            [.. model.LookupSymbols(place.SpanStart).Where(symbol => TypeOf(symbol) is not null && symbol.DeclaringSyntaxReferences.Length > 0)]);
    }

    /// <summary>
    /// Readable members of <paramref name="owner"/> like the given one, the easiest to confuse first. Of a library's own only those with a
    /// similar name: nobody takes an array's rank for its length.
    /// </summary>
    public static IEnumerable<ISymbol> Siblings(ISymbol member, ITypeSymbol owner, int position, SemanticModel model) =>
        model.LookupSymbols(position, owner)
            .Where(other => other is IPropertySymbol { IsIndexer: false, GetMethod: not null } or IFieldSymbol
                && !SymbolEqualityComparer.Default.Equals(other, member)
                && other.IsStatic == member.IsStatic
                && (other.Locations.Any(place => place.IsInSource) || Names.Similarity(other.Name, member.Name) >= 0.4)
                && SymbolEqualityComparer.IncludeNullability.Equals(TypeOf(other), TypeOf(member))
                && !other.IsObsolete())
            .OrderByDescending(other => Names.Similarity(other.Name, member.Name))
            .ThenBy(other => other.Name, StringComparer.Ordinal);

    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static bool HasValueAt(ISymbol symbol, SyntaxNode place, SemanticModel model) => symbol switch
    {
        ILocalSymbol { IsConst: false } local => IsAssignedBefore(local, place),
        IParameterSymbol { RefKind: RefKind.None or RefKind.In } => IsOfThisFunction(symbol, place),
        IFieldSymbol { IsConst: false, IsImplicitlyDeclared: false } => InReach(symbol, place, model),
        IPropertySymbol { GetMethod: not null, IsIndexer: false } => InReach(symbol, place, model),
        _ => false,
    };

    /// <summary>The primary constructor's parameters are in scope all over the class; used in a new place they would be captured.</summary>
    private static bool IsOfThisFunction(ISymbol parameter, SyntaxNode place) =>
        parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is var declaration
            && declaration.Parent?.Parent is not TypeDeclarationSyntax
            && declaration.SyntaxTree == place.SyntaxTree
            && Body(declaration)?.Span.Contains(place.Span) == true);

    private static SyntaxNode? Body(SyntaxNode parameter) =>
        parameter.Parent is ParameterListSyntax list ? list.Parent : parameter.Parent;

    private static bool InReach(ISymbol member, SyntaxNode place, SemanticModel model) =>
        member.DeclaringSyntaxReferences.Length > 0
        && member.CanBeReferencedByName
        && (member.IsStatic || HasThis(model.GetEnclosingSymbol(place.SpanStart)))
        && place.FirstAncestorOrSelf<SyntaxNode>(ancestor => ancestor is ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) is null;

    /// <summary>Whether an object is at hand: a lambda has the one of the method around it, unless it or that is static; an initialiser has none.</summary>
    private static bool HasThis(ISymbol? enclosing) => enclosing switch
    {
        IMethodSymbol { IsStatic: true } => false,
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } inner => HasThis(inner.ContainingSymbol),
        IMethodSymbol => true,
        _ => false,
    };

    private static bool IsAssignedBefore(ILocalSymbol local, SyntaxNode place) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && declaration.Span.End < place.SpanStart
        && declaration switch
        {
            VariableDeclaratorSyntax { Initializer: not null } => true,
            ForEachStatementSyntax loop => loop.Statement.Span.Contains(place.Span),
            // A pattern's variable has its value only where the pattern matched.
            _ => false,
        };

    private static double Likelihood(ISymbol other, ISymbol symbol, SyntaxNode place)
    {
        var score = 2 * Names.Similarity(other.Name, symbol.Name);
        if (other.Kind == symbol.Kind)
            score += 0.5;
        if (other.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == place.SyntaxTree)
            score += 0.5 / (1 + (Math.Abs(reference.Span.Start - place.SpanStart) / 400.0));
        return score;
    }
}
