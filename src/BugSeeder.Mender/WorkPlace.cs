namespace BugSeeder.Mender;

/// <summary>A folder of our own for builds, outside of the workspace, that goes when it is disposed of.</summary>
internal sealed class WorkPlace : IDisposable
{
    private WorkPlace(string folder) => Folder = folder;

    /// <summary>Its full path.</summary>
    public string Folder { get; }

    /// <summary>Makes a new folder in the one given, or in the temporary folder.</summary>
    public static WorkPlace Make(string? parent)
    {
        if (parent is null)
            return new(Directory.CreateTempSubdirectory("mender-").FullName);
        var folder = Path.Combine(Path.GetFullPath(parent), $"mender-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        return new(folder);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // What a process still holds goes with the box, or with the temporary folder.
        }
    }
}
