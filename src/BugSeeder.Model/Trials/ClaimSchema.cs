namespace BugSeeder.Model.Trials;

/// <summary>The JSON Schema of a <see cref="Claim"/>, as it ships with the tool and as prompts quote it.</summary>
public static class ClaimSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(ClaimSchema).Assembly.GetManifestResourceStream("claim.schema.json")
            ?? throw new InvalidOperationException("The claim's schema is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
