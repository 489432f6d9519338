namespace BugSeeder.Mutators.FromPacks;

/// <summary>The packs that come with BugSeeder.</summary>
public static class Packs
{
    /// <summary>They are part of the assembly: <c>mutators/packs/*.yml</c>, by name.</summary>
    public static IReadOnlyList<Pack> Shipped { get; } =
    [
        .. typeof(Packs).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".yml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => PackReader.Read(Text(name), name)),
    ];

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(Packs).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
