namespace BugSeeder.Execution.Assistants;

/// <summary>Puts an invocation's files and folders in their place before it starts.</summary>
public static class InvocationFiles
{
    /// <summary>Writes them.</summary>
    /// <param name="invocation">What will be run.</param>
    /// <param name="privateFolder">The trial's private folder, as it is called here.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static async Task WriteAsync(Invocation invocation, string privateFolder, CancellationToken cancellationToken)
    {
        foreach (var folder in invocation.Folders)
            Directory.CreateDirectory(Path.Combine(privateFolder, folder));
        foreach (var (name, text) in invocation.Files)
        {
            var path = Path.Combine(privateFolder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
    }
}
