namespace BugSeeder.Reports;

/// <summary>Texts that are compiled into this assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The text that the project file embeds under this name.</summary>
    public static string Of(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
