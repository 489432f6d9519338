namespace BugSeeder.Mutators;

/// <summary>Every mutator in this assembly, ordered by id. Adding a file adds a mutator.</summary>
public static class MutatorCatalogue
{
    /// <summary>BugSeeder's own mutators.</summary>
    public static IReadOnlyList<Mutator> All { get; } =
    [
        .. typeof(Mutator).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Mutator)) && !type.IsAbstract)
            .Select(type => (Mutator)Activator.CreateInstance(type)!)
            .OrderBy(mutator => mutator.Card.Id, StringComparer.Ordinal),
    ];
}
