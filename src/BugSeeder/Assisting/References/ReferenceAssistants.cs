namespace BugSeeder.Assisting.References;

/// <summary>The reference assistants. Adding a file adds one.</summary>
internal static class ReferenceAssistants
{
    /// <summary>New ones, by name.</summary>
    public static IReadOnlyList<ReferenceAssistant> All() =>
    [
        .. typeof(ReferenceAssistant).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ReferenceAssistant)))
            .Select(type => (ReferenceAssistant)Activator.CreateInstance(type)!)
            .OrderBy(assistant => assistant.Name, StringComparer.Ordinal),
    ];

    /// <summary>Their names: their results show the instrument, never the spec.</summary>
    public static IReadOnlySet<string> Names { get; } = All().Select(assistant => assistant.Name).ToHashSet(StringComparer.Ordinal);
}
