using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing;

/// <summary>The product's code as conventions read it.</summary>
internal sealed class ProductCode
{
    private readonly Dictionary<SyntaxTree, (ProjectCode Project, string File, SemanticModel Model)> files = [];
    private readonly IReadOnlyList<INamedTypeSymbol> types;
    private readonly IReadOnlyList<SyntaxNode> roots;

    public ProductCode(IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken)
    {
        CancellationToken = cancellationToken;
        foreach (var project in products)
        {
            foreach (var (file, tree) in project.Trees)
                files.TryAdd(tree, (project, file, project.Compilation.GetSemanticModel(tree)));
        }

        types = [.. files.OrderBy(entry => entry.Value.File, StringComparer.Ordinal).SelectMany(entry => entry.Key.GetRoot(cancellationToken).DescendantNodes(node => node is not BaseMethodDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>()
            .Select(type => entry.Value.Model.GetDeclaredSymbol(type, cancellationToken))).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];
        roots = [.. files.OrderBy(entry => entry.Value.File, StringComparer.Ordinal).Select(entry => entry.Key.GetRoot(cancellationToken))];
    }

    public CancellationToken CancellationToken { get; }

    /// <summary>Whether anything of the code was asked for.</summary>
    public bool WasAsked { get; private set; }

    /// <summary>All types that are declared, by file.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => Asked(types);

    /// <summary>The files, in order of their paths.</summary>
    public IReadOnlyList<SyntaxNode> Roots => Asked(roots);

    /// <summary>The semantic model of a node's file.</summary>
    public SemanticModel ModelOf(SyntaxNode node) => files[node.SyntaxTree].Model;

    /// <summary>What a node means.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => ModelOf(node).GetSymbolInfo(node, CancellationToken).Symbol;

    /// <summary>The type of an expression.</summary>
    public ITypeSymbol? TypeOf(SyntaxNode node) => ModelOf(node).GetTypeInfo(node, CancellationToken).Type;

    /// <summary>All nodes of a kind, in the order of files and text.</summary>
    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Roots.SelectMany(root => root.DescendantNodes().OfType<T>());

    /// <summary>The declarations of a symbol in the product.</summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Where(reference => files.ContainsKey(reference.SyntaxTree)).Select(reference => reference.GetSyntax(CancellationToken));

    /// <summary>The place of a node.</summary>
    public CodePlace PlaceOf(SyntaxNode node) => new(files[node.SyntaxTree].Project, files[node.SyntaxTree].File, node.Span);

    /// <summary>A departure at a node.</summary>
    public CodeDeparture At(SyntaxNode node, Convention convention, StatedClause clause, string what, params IReadOnlyList<Microsoft.CodeAnalysis.Text.TextChange>[] proposals) =>
        new(convention.Name, clause.Clause, clause.Heading, what, PlaceOf(node)) { Proposals = proposals };

    private IReadOnlyList<T> Asked<T>(IReadOnlyList<T> what)
    {
        WasAsked = true;
        return what;
    }
}
