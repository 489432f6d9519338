using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing;

/// <summary>What patterns may know of a file and of the clauses that are departed from.</summary>
internal sealed class FixContext
{
    private readonly Dictionary<SyntaxNode, IReadOnlyList<(string Name, ITypeSymbol Type)>> unread = [];
    private readonly Dictionary<int, IReadOnlyList<(string Name, ITypeSymbol Type, bool IsLocal)>> variables = [];
    private readonly Lazy<ILookup<string, string>> unaryCalls;
    private readonly Lazy<IReadOnlyList<ExpressionSyntax>> conditions;

    public FixContext(ProjectCode project, string file, ClauseFacts facts, CancellationToken cancellationToken)
    {
        (Project, Facts, CancellationToken) = (project, facts, cancellationToken);
        Tree = project.Trees[file];
        Root = Tree.GetRoot(cancellationToken);
        Model = project.Compilation.GetSemanticModel(Tree);
        unaryCalls = new(() => UnaryCalls.Of(project, cancellationToken));
        conditions = new(() => [.. Root.DescendantNodes().OfType<ExpressionSyntax>().Where(node => node.Parent is IfStatementSyntax or WhileStatementSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression })
            .Where(node => Model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean && node is not LiteralExpressionSyntax).DistinctBy(node => node.ToString())]);
    }

    public ProjectCode Project { get; }

    /// <summary>What the clauses say that are departed from.</summary>
    public ClauseFacts Facts { get; }

    public SyntaxTree Tree { get; }

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The conditions of the file, each once.</summary>
    public IReadOnlyList<ExpressionSyntax> Conditions => conditions.Value;

    /// <summary>Calls of the project that take a type to itself, by the type: <c>{0}.Trim()</c>, <c>Money.Rounded({0})</c>.</summary>
    public ILookup<string, string> Calls => unaryCalls.Value;

    /// <summary>The type of an expression.</summary>
    public ITypeSymbol? TypeOf(SyntaxNode node) => Model.GetTypeInfo(node, CancellationToken).Type;

    /// <summary>What an expression means.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, CancellationToken).Symbol;

    /// <summary>Variables that a place can see, with their types: locals and parameters declared before it, then fields and properties of its type.</summary>
    public IReadOnlyList<(string Name, ITypeSymbol Type, bool IsLocal)> VariablesAt(int position) => variables.TryGetValue(position, out var known) ? known : variables[position] = [.. LookUp(position)];

    /// <summary>Locals and parameters that a place can see and that its member never reads.</summary>
    public IEnumerable<(string Name, ITypeSymbol Type)> UnreadAt(SyntaxNode node)
    {
        if (MemberAround(node) is not { } member)
            return [];
        if (!unread.TryGetValue(member, out var all))
            unread[member] = all = [.. UnreadIn(member)];
        return all.Count == 0 ? [] : VariablesAt(node.SpanStart).Where(variable => variable.IsLocal && all.Any(each => each.Name == variable.Name)).Select(variable => (variable.Name, variable.Type));
    }

    private IEnumerable<(string Name, ITypeSymbol Type)> UnreadIn(MemberDeclarationSyntax member)
    {
        // A call on it, such as one that adds to it, is no use of what is in it.
        var read = member.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Parent is not (AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } assignment) || assignment.Left != name)
            .Where(name => name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } } access || access.Expression != name)
            .Select(name => name.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        foreach (var node in member.DescendantNodes().Where(node => node is VariableDeclaratorSyntax or ParameterSyntax or SingleVariableDesignationSyntax))
        {
            switch (Model.GetDeclaredSymbol(node, CancellationToken))
            {
                case ILocalSymbol local when !read.Contains(local.Name):
                    yield return (local.Name, local.Type);
                    break;
                case IParameterSymbol parameter when !read.Contains(parameter.Name):
                    yield return (parameter.Name, parameter.Type);
                    break;
            }
        }
    }

    private IEnumerable<(string Name, ITypeSymbol Type, bool IsLocal)> LookUp(int position)
    {
        foreach (var symbol in Model.LookupSymbols(position))
        {
            switch (symbol)
            {
                case ILocalSymbol local when local.Locations[0].SourceSpan.End < position:
                    yield return (local.Name, local.Type, true);
                    break;
                case IParameterSymbol parameter:
                    yield return (parameter.Name, parameter.Type, true);
                    break;
                case IFieldSymbol { CanBeReferencedByName: true, IsImplicitlyDeclared: false } field when IsOwn(field):
                    yield return (field.Name, field.Type, false);
                    break;
                case IPropertySymbol { IsIndexer: false, Name: not "EqualityContract" } property when IsOwn(property):
                    yield return (property.Name, property.Type, false);
                    break;
            }
        }
    }

    /// <summary>The member of a type that a node stands in.</summary>
    public static MemberDeclarationSyntax? MemberAround(SyntaxNode node) => node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax));

    private bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Project.Compilation.Assembly);
}
