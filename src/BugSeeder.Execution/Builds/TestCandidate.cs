using System.Globalization;

namespace BugSeeder.Execution.Builds;

/// <summary>A test project before it is built.</summary>
/// <param name="Path">The project file, relative to the target.</param>
/// <param name="Framework">The framework it is run for.</param>
/// <param name="IsMultiTargeted">Whether the framework has to be named to the build.</param>
/// <param name="RollsForward">Whether it needs a newer runtime than it asks for.</param>
/// <param name="Problem">Why it cannot be run here; <see langword="null"/> when it can.</param>
internal sealed record TestCandidate(string Path, string Framework, bool IsMultiTargeted, bool RollsForward, string? Problem)
{
    /// <summary>The folder of the compiler that builds it; empty where MSBuild names none.</summary>
    public string Compiler { get; init; } = "";

    /// <summary>Chooses the newest framework that the runtime here can run, and failing that, one that can be rolled forward.</summary>
    public static TestCandidate For(string path, string framework, string frameworks)
    {
        var isMultiTargeted = frameworks.Length > 0;
        string[] all = isMultiTargeted ? frameworks.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [framework];
        var runnable = all.Select(name => (Name: name, Version: VersionOf(name))).Where(entry => entry.Version is not null).OrderByDescending(entry => entry.Version).ToList();
        var fitting = runnable.FirstOrDefault(entry => entry.Version!.Major <= Environment.Version.Major);
        if (fitting.Name is null)
            return new(path, all.FirstOrDefault() ?? "", isMultiTargeted, false, $"none of its frameworks ({string.Join(", ", all)}) runs here");
        return new(path, fitting.Name, isMultiTargeted, fitting.Version!.Major < Environment.Version.Major, null);
    }

    /// <summary>The version of <c>net8.0</c> or <c>netcoreapp3.1</c>; <see langword="null"/> for .NET Framework and for frameworks of another platform.</summary>
    internal static Version? VersionOf(string framework)
    {
        var name = framework.Split('-') switch
        {
            [var plain] => plain,
            [var plain, var platform] when OperatingSystem.IsWindows() && platform.StartsWith("windows", StringComparison.Ordinal) => plain,
            _ => "",
        };
        var number = name.StartsWith("netcoreapp", StringComparison.Ordinal) ? name["netcoreapp".Length..] : name.StartsWith("net", StringComparison.Ordinal) ? name["net".Length..] : "";
        return number.Contains('.', StringComparison.Ordinal) && Version.TryParse(number, out var version) && char.IsDigit(number[0]) && int.Parse(number.Split('.')[0], CultureInfo.InvariantCulture) < 100 ? version : null;
    }
}
