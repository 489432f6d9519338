using System.Runtime.InteropServices;
using LibGit2Sharp;

namespace BugSeeder.Execution.Git;

/// <summary>Points LibGit2Sharp at its native half, and away from the user's own configuration, filters and templates.</summary>
internal static class GitLibrary
{
    private static readonly Lazy<bool> Prepared = new(Prepare);

    /// <summary>To be called before any use of git: what we do with it depends on nothing but the repository.</summary>
    public static void Isolate() => _ = Prepared.Value;

    private static bool Prepare()
    {
        var native = Path.Combine(AppContext.BaseDirectory, "runtimes", Rid(), "native");
        if (Directory.Exists(native))
            GlobalSettings.NativeLibraryPath = native;
        foreach (var level in new[] { ConfigurationLevel.Global, ConfigurationLevel.Xdg, ConfigurationLevel.System, ConfigurationLevel.ProgramData })
            GlobalSettings.SetConfigSearchPaths(level, Path.Combine(AppContext.BaseDirectory, "no-git-configuration"));
        // A repository of another owner is refused otherwise; nothing of it is executed here.
        GlobalSettings.SetOwnerValidation(enabled: false);
        return true;
    }

    private static string Rid()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (OperatingSystem.IsWindows())
            return $"win-{architecture}";
        if (OperatingSystem.IsMacOS())
            return $"osx-{architecture}";
        return RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? $"linux-musl-{architecture}" : $"linux-{architecture}";
    }
}
