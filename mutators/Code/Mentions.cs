using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Code;

/// <summary>
/// Where a file reads what only it can read – locals, parameters, private members – and which of its names need a <c>using</c>. One pass over
/// the file answers every later question.
/// </summary>
internal sealed class Mentions
{
    private static readonly ConditionalWeakTable<SemanticModel, Mentions> Known = [];

    private readonly Dictionary<ISymbol, List<TextSpan>> reads = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<TextSpan>> imports = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> imported = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, INamespaceSymbol> whole = new(SymbolEqualityComparer.Default);

    private Mentions(SemanticModel model)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            if (node is UsingDirectiveSyntax { Alias: null, Name: { } name, GlobalKeyword.RawKind: 0 } && model.SymbolOf(name) is INamespaceSymbol space)
                imported.Add(Whole(space, model));
            else if (node is SimpleNameSyntax mention && Meant(mention, model) is { } symbol)
                Add(mention, symbol, model);
            else if (node is QueryExpressionSyntax && model.Compilation.GetTypeByMetadataName("System.Linq.Enumerable") is { } linq)
                Note(imports, Whole(linq.ContainingNamespace, model), node.Span);
        }
    }

    public static Mentions Of(SemanticModel model) => Known.GetValue(model, known => new Mentions(known));

    /// <summary>Whether the symbol is read somewhere in the file outside of <paramref name="gone"/>.</summary>
    public bool IsReadOutside(ISymbol symbol, IReadOnlyList<TextSpan> gone) => AreOutside(reads, symbol, gone);

    /// <summary>
    /// What nothing would read or need any more if the names in <paramref name="gone"/> went: a local, a parameter, a private member, or the
    /// namespace of a <c>using</c>.
    /// </summary>
    /// <param name="gone">Names that go.</param>
    /// <param name="come">Names that come.</param>
    /// <param name="spans">The text that goes.</param>
    /// <param name="model">The semantic model of the file.</param>
    public bool LeavesUnused(IEnumerable<SimpleNameSyntax> gone, IReadOnlySet<string> come, IReadOnlyList<TextSpan> spans, SemanticModel model) =>
        gone.Any(name => Meant(name, model) is { } symbol && (IsOnlyHere(symbol)
            ? MustBeRead(symbol, spans) && !AreOutside(reads, symbol, spans)
            : Import(name, symbol) is { } space && Whole(space, model) is var known && imported.Contains(known) && !AreOutside(imports, known, spans) && !come.Any(other => IsFoundIn(known, other))));

    /// <summary>Whether a namespace has a type of that name, or an extension method.</summary>
    private static bool IsFoundIn(INamespaceSymbol space, string name) =>
        space.GetTypeMembers(name).Length > 0 || space.GetTypeMembers().Any(type => type.MightContainExtensionMethods && type.MemberNames.Contains(name));

    /// <summary>The namespace as the compilation sees it: each assembly has a part of its own, and a <c>using</c> means all of them.</summary>
    private INamespaceSymbol Whole(INamespaceSymbol space, SemanticModel model)
    {
        if (!whole.TryGetValue(space, out var found))
            whole[space] = found = model.Compilation.GetCompilationNamespace(space) ?? space;
        return found;
    }

    private static bool AreOutside(Dictionary<ISymbol, List<TextSpan>> mentions, ISymbol symbol, IReadOnlyList<TextSpan> gone) =>
        mentions.TryGetValue(symbol, out var places) && places.Exists(place => !gone.Any(span => span.Contains(place)));

    private void Add(SimpleNameSyntax name, ISymbol symbol, SemanticModel model)
    {
        if (IsOnlyHere(symbol))
        {
            if (!IsWriteTarget(name))
                Note(reads, symbol, name.Span);
        }
        else if (Import(name, symbol) is { } space)
        {
            Note(imports, Whole(space, model), name.Span);
        }
    }

    private static void Note(Dictionary<ISymbol, List<TextSpan>> mentions, ISymbol symbol, TextSpan place)
    {
        if (!mentions.TryGetValue(symbol, out var places))
            mentions.Add(symbol, places = []);
        places.Add(place);
    }

    private static ISymbol? Meant(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        var symbol = info.Symbol ?? (info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null);
        return symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol?.OriginalDefinition;
    }

    private static bool IsOnlyHere(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => true,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => true,
        IMethodSymbol { MethodKind: not MethodKind.Ordinary } => false,
        IFieldSymbol or IPropertySymbol or IMethodSymbol or IEventSymbol or INamedTypeSymbol =>
            symbol.DeclaredAccessibility == Accessibility.Private && symbol.ContainingType is { DeclaringSyntaxReferences.Length: 1 },
        _ => false,
    };

    /// <summary>What was declared in the text that goes need not be read; nor must a parameter that a base type or an interface asks for.</summary>
    private static bool MustBeRead(ISymbol symbol, IReadOnlyList<TextSpan> gone)
    {
        if (symbol.DeclaringSyntaxReferences.Any(reference => gone.Any(span => span.Contains(reference.Span))))
            return false;
        return symbol is not IParameterSymbol parameter || parameter.ContainingSymbol is not IMethodSymbol method
            || !(method.IsOverride || method.IsVirtual || method.IsAbstract || method.MethodKind == MethodKind.AnonymousFunction || IsOfAnInterface(method));
    }

    private static bool IsOfAnInterface(IMethodSymbol method) => method.ContainingType is { } type
        && type.AllInterfaces.SelectMany(contract => contract.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));

    /// <summary>The namespace that an unqualified name of a type, or a call of an extension method, is found through.</summary>
    private static INamespaceSymbol? Import(SimpleNameSyntax name, ISymbol symbol) => symbol switch
    {
        IMethodSymbol { IsExtensionMethod: true } extension => extension.ContainingNamespace,
        IMethodSymbol { MethodKind: MethodKind.Constructor } attribute when name.Parent is AttributeSyntax => attribute.ContainingNamespace,
        INamedTypeSymbol { ContainingType: null } type when !IsQualified(name) => type.ContainingNamespace,
        _ => null,
    };

    private static bool IsQualified(SimpleNameSyntax name) =>
        (name.Parent is QualifiedNameSyntax qualified && qualified.Right == name) || (name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    /// <summary>Whether the name is only written to. Counting up is no reading either, where nothing takes the result.</summary>
    private static bool IsWriteTarget(SimpleNameSyntax name)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == name ? access : name;
        return target.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == target && (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || IsDropped(assignment)),
            PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } count => IsDropped(count),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } count => IsDropped(count),
            _ => false,
        };
    }

    private static bool IsDropped(ExpressionSyntax expression) => expression.Parent is ExpressionStatementSyntax or ForStatementSyntax;
}
