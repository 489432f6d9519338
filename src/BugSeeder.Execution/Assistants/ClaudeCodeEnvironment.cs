using System.Collections;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// The environment that Claude Code gets: its own configuration and home in the trial's private folder, and of ours only what it needs
/// to run, to reach its provider, and to build a .NET project.
/// </summary>
internal static class ClaudeCodeEnvironment
{
    private static readonly HashSet<string> Inherited = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "LANG", "LC_ALL", "TZ", "USER", "LOGNAME", "SHELL", "TMPDIR",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS",
        "DOTNET_ROOT", "NUGET_PACKAGES", "CLAUDE_CODE_OAUTH_TOKEN",
        // Without these no program starts on Windows.
        "SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "TEMP", "TMP", "ProgramFiles", "ProgramFiles(x86)", "ProgramData",
    };

    private static readonly string[] Logins = ["ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN"];

    /// <summary>The variables of ours that are passed on.</summary>
    public static IReadOnlySet<string> Inherit() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(entry => (string)entry.Key)
        .Where(name => Inherited.Contains(name) || name.StartsWith("ANTHROPIC_", StringComparison.OrdinalIgnoreCase))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a key or login would reach it. A login in the user's home does not: its configuration is the trial's own.</summary>
    public static bool HasLogin(ClaudeCodeOptions options) => Logins.Any(name =>
        !string.IsNullOrEmpty(options.Environment.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name)));

    /// <summary>Where its model is.</summary>
    public static IReadOnlyList<ApiHost> Hosts(ClaudeCodeOptions options) =>
        [ApiHost.Of(options.Environment.GetValueOrDefault("ANTHROPIC_BASE_URL") ?? Environment.GetEnvironmentVariable("ANTHROPIC_BASE_URL")) ?? new("api.anthropic.com")];

    /// <summary>The variables that are set for it.</summary>
    public static Dictionary<string, string> Of(ClaudeCodeOptions options, AssistantPlaces places)
    {
        var home = places.Home;
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = home,
            ["USERPROFILE"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["CLAUDE_CONFIG_DIR"] = places.In("home/.claude"),
            // Its common temporary folder would show a trial the names and outputs of all others.
            ["CLAUDE_CODE_TMPDIR"] = places.In("home/tmp"),
            ["CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC"] = "1",
            ["DISABLE_AUTOUPDATER"] = "1",
            ["CLAUDE_CODE_MAX_RETRIES"] = $"{options.MaxRetries}",
            ["API_TIMEOUT_MS"] = $"{options.RequestTimeout.TotalMilliseconds:F0}",
            ["TERM"] = "dumb",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        };
        // A new home has no packages, and without them no offline restore works.
        if (Environment.GetEnvironmentVariable("NUGET_PACKAGES") is null && Packages() is { } packages)
            variables["NUGET_PACKAGES"] = packages;
        // As root it refuses to work without being asked for permissions, unless it is told that this is a sandbox.
        if (options.SkipPermissions && !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
            variables["IS_SANDBOX"] = "1";
        foreach (var (name, value) in options.Environment)
            variables[name] = value;
        return variables;
    }

    private static string? Packages()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.Exists(folder) ? folder : null;
    }
}
