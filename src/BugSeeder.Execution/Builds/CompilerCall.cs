namespace BugSeeder.Execution.Builds;

/// <summary>What a target's own build gave to the compiler.</summary>
/// <param name="Arguments">Its arguments, one by one.</param>
/// <param name="Folder">The folder that the target was built in.</param>
public sealed record CompilerCall(IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>The arguments for the same tree in another folder, built alike.</summary>
    public string[] In(string folder) => [.. Arguments.Select(argument => argument.Replace(Folder + Path.DirectorySeparatorChar, folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))];
}
