using System.Collections;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// The environment that every adapter starts from: a home of the trial's own, and of our variables only what a program needs to run,
/// to reach its provider, and to build a .NET project.
/// </summary>
internal static class AssistantEnvironment
{
    private static readonly HashSet<string> Shared = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "LANG", "LC_ALL", "TZ", "USER", "LOGNAME", "SHELL", "TMPDIR",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS",
        "DOTNET_ROOT", "NUGET_PACKAGES",
        // Without these no program starts on Windows.
        "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "TEMP", "TMP", "ProgramFiles", "ProgramFiles(x86)", "ProgramData",
    };

    /// <summary>The variables of ours that are passed on: the shared ones, and those that are or begin like these.</summary>
    /// <param name="own">Names of the assistant's own variables; one that ends in <c>_</c> is the beginning of names.</param>
    public static IReadOnlySet<string> Inherit(params IReadOnlyList<string> own) => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(entry => (string)entry.Key)
        .Where(name => Shared.Contains(name) || own.Any(other => other.EndsWith('_') ? name.StartsWith(other, StringComparison.OrdinalIgnoreCase) : name.Equals(other, StringComparison.OrdinalIgnoreCase)))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The variables that are set for every assistant.</summary>
    public static Dictionary<string, string> Of(AssistantPlaces places)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = places.Home,
            ["USERPROFILE"] = places.Home,
            ["DOTNET_CLI_HOME"] = places.Home,
            ["TERM"] = "dumb",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
        // A new home has no packages, and without them no offline restore works.
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is null && Packages() is { } packages)
            variables["NUGET_PACKAGES"] = packages;
        return variables;
    }

    private static string? Packages()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) ? folder : null;
    }
}
