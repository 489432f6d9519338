namespace BugSeeder.Execution.Assistants;

/// <summary>Which folders a program needs to run, found by following links and the first line of scripts.</summary>
internal static class Installation
{
    private const int LongestFirstLine = 256;

    /// <summary>The program itself, the folder its package stands in, and the same of the interpreter that runs it.</summary>
    /// <param name="program">The program's full path.</param>
    public static IReadOnlyList<string> Of(string program)
    {
        var real = Real(program);
        var found = new List<string> { program, Root(real) };
        if (Interpreter(real) is { } interpreter)
            found.AddRange([interpreter, Root(Real(interpreter))]);
        return [.. found.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a folder is an environment or an installation of Python. Both are full of links and first lines that name its path, so it works at that path only.</summary>
    public static bool IsPython(string folder) =>
        File.Exists(Path.Combine(folder, "pyvenv.cfg")) || (Directory.Exists(Path.Combine(folder, "lib")) && Directory.EnumerateDirectories(Path.Combine(folder, "lib"), "python3.*").Any());

    /// <summary>All of the outermost <c>node_modules</c>, because packages use their neighbours; all of Python's environment; otherwise the folder that the program is in.</summary>
    private static string Root(string program)
    {
        var parts = program.Split(Path.DirectorySeparatorChar);
        var at = Array.IndexOf(parts, "node_modules");
        if (at >= 0)
            return string.Join(Path.DirectorySeparatorChar, parts[..(at + 1)]);
        var folder = Path.GetDirectoryName(program)!;
        return Path.GetDirectoryName(folder) is { Length: > 1 } above && IsPython(above) ? above : folder;
    }

    private static string Real(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>The program that the first line of a script names, such as <c>#!/usr/bin/env node</c>.</summary>
    private static string? Interpreter(string script)
    {
        try
        {
            using var reader = new StreamReader(script);
            var start = new char[LongestFirstLine];
            var text = new string(start, 0, reader.ReadBlock(start));
            if (!text.StartsWith("#!", StringComparison.Ordinal))
                return null;
            string[] words = text[2..].Split('\n')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var named = words is [var env, ..] && Path.GetFileName(env) == "env" ? words.Skip(1).FirstOrDefault(word => !word.StartsWith('-')) : words.FirstOrDefault();
            return named is null ? null : ProgramPath.Find(named);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
