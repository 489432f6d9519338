using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>The variables of a process in a box: an allow-list of ours, what the request sets, and what the box itself needs, the later over the earlier.</summary>
internal static class BoxedEnvironment
{
    /// <summary>The home of the box's user.</summary>
    public const string Home = "/home/dev";

    /// <summary>Language, time zone and certificates: without them programs behave otherwise than outside.</summary>
    private static readonly string[] Kept = ["LANG", "LC_ALL", "LC_CTYPE", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"];

    /// <summary>What is true of this machine only, even if a request would inherit it.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USERPROFILE", "USER", "LOGNAME", "SHELL", "PWD", "TMPDIR", "TMP", "TEMP", "DOTNET_ROOT", "NUGET_PACKAGES",
        "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    };

    /// <summary>Nothing may be left behind by a build, and nothing asked of the network.</summary>
    private static readonly Dictionary<string, string> Fixed = new(StringComparer.Ordinal)
    {
        ["HOME"] = Home,
        ["USER"] = "dev",
        ["LOGNAME"] = "dev",
        ["SHELL"] = "/bin/sh",
        ["TERM"] = "dumb",
        ["LANG"] = "C.UTF-8",
        ["DOTNET_CLI_HOME"] = Home,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "1",
        ["DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK"] = "1",
        ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
        ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "false",
        ["DOTNET_EnableDiagnostics"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["NuGetAudit"] = "false",
    };

    /// <summary>Makes them.</summary>
    /// <param name="request">What the caller wants to start.</param>
    /// <param name="box">Where.</param>
    /// <param name="folders">Folders of programs, inside, before the system's own.</param>
    public static Dictionary<string, string> Of(ProcessRequest request, Box box, IEnumerable<string> folders)
    {
        var path = string.Join(':', folders.Concat(["/usr/local/bin", "/usr/bin", "/bin", "/usr/sbin", "/sbin"]).Distinct());
        var variables = new Dictionary<string, string>(Fixed, StringComparer.Ordinal) { ["PATH"] = path };
        foreach (var name in Kept.Concat(request.InheritOnly ?? (IEnumerable<string>)[]).Where(name => !Ours.Contains(name)))
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value && (!Path.IsPathRooted(value) || SystemFolders.Show(value)))
                variables[name] = value;
        }

        foreach (var (name, value) in request.Environment)
        {
            if (value is null)
                variables.Remove(name);
            else
                variables[name] = box.Inside(value);
        }

        foreach (var (name, value) in box.Environment)
            variables[name] = value;
        if (!variables["PATH"].EndsWith(path, StringComparison.Ordinal))
            variables["PATH"] += ":" + path;
        return variables;
    }
}
