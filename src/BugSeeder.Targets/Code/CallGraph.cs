using System.Collections.Concurrent;
using BugSeeder.Execution.Builds;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Code;

/// <summary>
/// Who uses whom among the members of a target, read from its sources: calls, objects made, properties and fields used, and what a call through a base
/// class or an interface may arrive at. What happens by reflection, or in code of other assemblies, is not in it.
/// </summary>
internal sealed class CallGraph
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> users = new(StringComparer.Ordinal);

    private CallGraph()
    {
    }

    /// <summary>Reads the sources of product and test projects.</summary>
    public static CallGraph Of(TargetCode code, CancellationToken cancellationToken)
    {
        var graph = new CallGraph();
        var projects = code.Products.Concat(code.Tests).ToList();
        var own = projects.Select(project => project.Compilation.AssemblyName).ToHashSet(StringComparer.Ordinal);
        var trees = projects.SelectMany(project => project.Trees.Values.Select(tree => (project.Compilation, Tree: tree)));
        Parallel.ForEach(trees, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, entry =>
            graph.Read(entry.Compilation.GetSemanticModel(entry.Tree), own, cancellationToken));
        return graph;
    }

    /// <summary>How many uses each member that can arrive at one of these is away from it.</summary>
    public IReadOnlyDictionary<string, int> DistancesTo(IEnumerable<string> members)
    {
        var distances = members.Where(member => member.Length > 0).Distinct(StringComparer.Ordinal).ToDictionary(member => member, _ => 0, StringComparer.Ordinal);
        var waiting = new Queue<string>(distances.Keys);
        while (waiting.TryDequeue(out var member))
        {
            foreach (var user in users.GetValueOrDefault(member)?.Keys ?? Enumerable.Empty<string>())
            {
                if (distances.TryAdd(user, distances[member] + 1))
                    waiting.Enqueue(user);
            }
        }

        return distances;
    }

    /// <summary>The member that a test's name points at.</summary>
    public static string MemberOf(string test) => TestName.Parts(test) is var parts ? $"{parts.Class.Replace('+', '.')}.{parts.Method}" : "";

    private void Read(SemanticModel model, HashSet<string?> own, CancellationToken cancellationToken)
    {
        foreach (var declaration in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            if (declaration is BaseTypeDeclarationSyntax)
                ReadType(model.GetDeclaredSymbol(declaration, cancellationToken) as INamedTypeSymbol, own);
            if (declaration is BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax)
                continue;
            var user = MemberNames.Around(declaration, model, cancellationToken);
            foreach (var used in UsedBy(declaration, model, own, cancellationToken))
                Add(used, user);
            // A field gets its value when an object of its type is made.
            if (declaration is FieldDeclarationSyntax && user.LastIndexOf('.') is var dot and > 0)
                Add(user, $"{user[..dot]}.{user[..dot].Split('.')[^1]}");
        }
    }

    private static IEnumerable<string> UsedBy(MemberDeclarationSyntax declaration, SemanticModel model, HashSet<string?> own, CancellationToken cancellationToken) =>
        declaration.DescendantNodes()
            .Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax)
            .Select(node => model.GetSymbolInfo(node, cancellationToken).Symbol)
            .Where(symbol => symbol is IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol && own.Contains(symbol.ContainingAssembly?.Name))
            .Select(symbol => MemberNames.Of((symbol as IMethodSymbol)?.ReducedFrom ?? symbol!))
            .Distinct(StringComparer.Ordinal);

    /// <summary>A use of what is overridden or implemented may be a use of what overrides or implements it.</summary>
    private void ReadType(INamedTypeSymbol? type, HashSet<string?> own)
    {
        if (type is null)
            return;
        foreach (var member in type.GetMembers())
        {
            var overridden = member switch
            {
                IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
                IPropertySymbol property => property.OverriddenProperty,
                _ => null,
            };
            if (overridden is not null && own.Contains(overridden.ContainingAssembly?.Name))
                Add(MemberNames.Of(member), MemberNames.Of(overridden));
        }

        foreach (var declared in type.AllInterfaces.Where(face => own.Contains(face.ContainingAssembly?.Name)).SelectMany(face => face.GetMembers()))
        {
            if (type.FindImplementationForInterfaceMember(declared) is { } implementation)
                Add(MemberNames.Of(implementation), MemberNames.Of(declared));
        }
    }

    private void Add(string used, string user)
    {
        if (used != user && user.Length > 0)
            users.GetOrAdd(used, _ => new(StringComparer.Ordinal))[user] = true;
    }
}
