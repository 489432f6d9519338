namespace BugSeeder.Execution.Assistants;

/// <summary>Where an assistant finds its folders. In a sandbox these are other names than ours for the same folders.</summary>
/// <param name="Workspace">The folder it works in.</param>
/// <param name="PrivateFolder">The folder with its configuration, its home and its answer file.</param>
public sealed record AssistantPlaces(string Workspace, string PrivateFolder)
{
    /// <summary>Its home folder.</summary>
    public string Home => In("home");

    /// <summary>A path inside the private folder.</summary>
    /// <param name="path">The path relative to it, with forward slashes.</param>
    public string In(string path) => $"{PrivateFolder.TrimEnd('/', '\\')}/{path}";
}
