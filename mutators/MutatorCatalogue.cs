using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators;

/// <summary>Every mutator in this assembly, ordered by id. Adding a file adds a mutator.</summary>
public static class MutatorCatalogue
{
    /// <summary>BugSeeder's own mutators.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        .. typeof(Mutator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Mutator)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(type => (Mutator)Activator.CreateInstance(type)!)
            .OrderBy(mutator => mutator.Card.Id, StringComparer.Ordinal),
    ];

    private static readonly ConcurrentDictionary<Type, Mutator[]> ByNode = new();

    /// <summary>Those that may have something to say about a node, in their order.</summary>
    /// <param name="node">A node of the target's code.</param>
    public static IReadOnlyList<Mutator> For(SyntaxNode node) =>
        ByNode.GetOrAdd(node.GetType(), type => [.. All.Where(mutator => mutator.NodeType.IsAssignableFrom(type))]);
}
