namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Finds a program as a shell would. Left to itself the base library looks beside our own executable and in the current directory
/// first, where a program of the same name would be the wrong one.
/// </summary>
internal static class ProgramPath
{
    /// <summary>The full path of a program given by name or path; <see langword="null"/> when there is none that can be executed.</summary>
    public static string? Find(string program)
    {
        if (program.Length == 0)
            return null;
        if (program.AsSpan().IndexOfAny('/', Path.DirectorySeparatorChar) >= 0)
            return Candidates(Path.GetFullPath(program)).FirstOrDefault(IsExecutable);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => Candidates(Path.GetFullPath(Path.Combine(folder, program)))).FirstOrDefault(IsExecutable);
    }

    private static IEnumerable<string> Candidates(string path) => OperatingSystem.IsWindows() && !Path.HasExtension(path)
        ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';').Select(extension => path + extension)
        : [path];

    private static bool IsExecutable(string path)
    {
        const UnixFileMode anyone = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & anyone) != UnixFileMode.None);
    }
}
