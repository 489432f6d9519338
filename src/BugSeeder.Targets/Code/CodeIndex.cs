using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Code;

/// <summary>The names of a target: types and members of its product, and its tests.</summary>
internal sealed class CodeIndex
{
    private readonly TargetCode code;
    private readonly Lazy<IReadOnlySet<string>> foreignTypes;

    public CodeIndex(TargetCode code, CancellationToken cancellationToken)
    {
        this.code = code;
        Members = [.. code.Products.SelectMany(project => MembersOf(project, cancellationToken)).DistinctBy(member => (member.Name, member.File, member.Declaration.SpanStart))];
        Types = code.Products.SelectMany(project => TypesOf(project.Compilation.Assembly.GlobalNamespace)).ToLookup(type => type.Name, StringComparer.Ordinal);
        var products = Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        Tests = [.. code.Tests.SelectMany(project => TestsOf(project, products, cancellationToken)).DistinctBy(test => test.Name)];
        MembersBySimpleName = Members.ToLookup(member => member.Simple, StringComparer.Ordinal);
        foreignTypes = new(() => code.Products.Concat(code.Tests).SelectMany(project => project.Compilation.References)
            .Select(reference => code.Products.Concat(code.Tests).Select(project => project.Compilation.GetAssemblyOrModuleSymbol(reference)).FirstOrDefault(symbol => symbol is not null))
            .OfType<IAssemblySymbol>().Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default).SelectMany(assembly => TypesOf(assembly.GlobalNamespace)).Select(type => type.Name).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Every member of the product, generated code left out.</summary>
    public IReadOnlyList<CodeMember> Members { get; }

    /// <summary>The members by their own names.</summary>
    public ILookup<string, CodeMember> MembersBySimpleName { get; }

    /// <summary>The product's types by their own names.</summary>
    public ILookup<string, INamedTypeSymbol> Types { get; }

    /// <summary>Every test method.</summary>
    public IReadOnlyList<CodeTest> Tests { get; }

    /// <summary>The names of the types that the target refers to: those of the platform and of packages.</summary>
    public IReadOnlySet<string> ForeignTypes => foreignTypes.Value;

    /// <summary>Whether a word stands anywhere in the target's code: as a name, or within a text.</summary>
    public bool IsWord(string word) => code.Products.Concat(code.Tests).Any(project => project.Trees.Values.Any(tree => tree.GetText().ToString().Contains(word, StringComparison.Ordinal)));

    private static IEnumerable<CodeMember> MembersOf(ProjectCode project, CancellationToken cancellationToken)
    {
        foreach (var (path, tree) in project.Trees.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var declaration in tree.GetRoot(cancellationToken).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or EnumDeclarationSyntax or BaseFieldDeclarationSyntax or VariableDeclarationSyntax))
            {
                var symbol = declaration switch
                {
                    VariableDeclaratorSyntax or EnumMemberDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax => model.GetDeclaredSymbol(declaration, cancellationToken),
                    RecordDeclarationSyntax { ParameterList: not null } record => model.GetDeclaredSymbol(record, cancellationToken) is INamedTypeSymbol type ? type.InstanceConstructors.FirstOrDefault(constructor => constructor.Parameters.Length == record.ParameterList.Parameters.Count) : null,
                    _ => null,
                };
                if (symbol is not null)
                    yield return new(MemberNames.Of(symbol), symbol, declaration, path, IsPublic(symbol));
                if (declaration is RecordDeclarationSyntax { ParameterList: { } parameters } && symbol?.ContainingType is { } owner)
                {
                    foreach (var property in parameters.Parameters.SelectMany(parameter => owner.GetMembers(parameter.Identifier.ValueText).OfType<IPropertySymbol>()))
                        yield return new(MemberNames.Of(property), property, declaration, path, IsPublic(property));
                }
            }
        }
    }

    private static IEnumerable<CodeTest> TestsOf(ProjectCode project, HashSet<string> products, CancellationToken cancellationToken)
    {
        foreach (var (path, tree) in project.Trees.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var model = project.Compilation.GetSemanticModel(tree);
            foreach (var method in TestSyntax.TestsIn(tree.GetRoot(cancellationToken)))
            {
                var uses = method.DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax)
                    .Select(node => model.GetSymbolInfo(node, cancellationToken).Symbol?.OriginalDefinition)
                    .OfType<ISymbol>().Where(symbol => symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol)
                    .Select(symbol => MemberNames.Of(symbol)).Where(products.Contains).ToHashSet(StringComparer.Ordinal);
                if (model.GetDeclaredSymbol(method, cancellationToken) is { } symbol)
                    yield return new(MemberNames.Of(symbol), method, path, uses);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol inner => TypesOf(inner),
        INamedTypeSymbol type => TypesOf(type).Prepend(type),
        _ => [],
    });

    private static bool IsPublic(ISymbol symbol)
    {
        for (var at = symbol; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (at.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return true;
    }
}
