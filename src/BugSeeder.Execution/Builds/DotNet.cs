using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Execution.Builds;

/// <summary>The <c>dotnet</c> command on a target's folder.</summary>
/// <param name="settings">How the target is built.</param>
public sealed class DotNet(TargetSettings settings)
{
    /// <summary>What we ourselves were started with must not reach the target's build, and nothing may outlive it or speak another language.</summary>
    private static readonly Dictionary<string, string?> Fixed = new(StringComparer.Ordinal)
    {
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["VSLANG"] = "1033",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "1",
        ["DOTNET_SKIP_WORKLOAD_INTEGRITY_CHECK"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBUILD_EXE_PATH"] = null,
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBuildLoadMicrosoftTargetsReadOnly"] = null,
        ["DOTNET_HOST_PATH"] = null,
        ["DOTNET_STARTUP_HOOKS"] = null,
    };

    /// <summary>
    /// Variables for what lives for seconds on code that was compiled ahead of time, as builds do: to compile what is called a few dozen times once more, with counters
    /// in it, costs more than it earns. The number is hexadecimal.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> ShortLived { get; } = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCountThreshold"] = "1000" };

    /// <summary>Runs <c>dotnet</c> in a folder of the target.</summary>
    public Task<ProcessResult> RunAsync(string folder, IEnumerable<string> arguments, TimeSpan limit, CancellationToken cancellationToken, IReadOnlyDictionary<string, string?>? environment = null, Box? box = null)
    {
        var variables = new Dictionary<string, string?>(Fixed, StringComparer.Ordinal);
        foreach (var (name, value) in settings.Environment)
            variables[name] = value;
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            variables[name] = value;
        return ProcessRunner.RunAsync(new("dotnet", [.. arguments], folder) { Environment = variables, TimeLimit = limit, LimitsWork = true, Box = box }, cancellationToken);
    }

    /// <summary>How the target is built.</summary>
    internal TargetSettings Settings => settings;

    /// <summary>What shuts builds and tests in; <see langword="null"/> where nothing does.</summary>
    internal BuildBoxes? Boxes { get; set; }

    /// <summary>The compiler server that builds use; without one each compiles by itself.</summary>
    internal CompilerServer? Compiler { get; set; }

    /// <summary>Runs MSBuild with the target's properties.</summary>
    public Task<ProcessResult> BuildAsync(string folder, string project, IEnumerable<string> arguments, CancellationToken cancellationToken, Box? box = null, IReadOnlyDictionary<string, string?>? environment = null) =>
        RunAsync(folder, ["msbuild", project, "-nologo", "-nodeReuse:false", "-tl:off", .. arguments, .. Properties()], settings.BuildLimit, cancellationToken, ForBuild(environment), box);

    private Dictionary<string, string?> ForBuild(IReadOnlyDictionary<string, string?>? more) => new(
        ShortLived.Where(variable => !settings.Environment.ContainsKey(variable.Key)).Concat(more ?? new Dictionary<string, string?>()), StringComparer.Ordinal);

    private IEnumerable<string> Properties() =>
        settings.Properties.Prepend(KeyValuePair.Create("Configuration", settings.Configuration))
            .Select(property => $"-p:{property.Key}={Escape(property.Value)}")
            .Concat(Compiler is { } server ? ["-p:UseSharedCompilation=true", $"-p:SharedCompilationId={server.Pipe}"] : ["-p:UseSharedCompilation=false"]);

    /// <summary>Characters that MSBuild reads as syntax.</summary>
    internal static string Escape(string value) =>
        string.Concat(value.Select(letter => letter is '%' or ';' or '*' or '?' or '@' or '$' or '(' or ')' or '\'' or ',' ? $"%{(int)letter:x2}" : letter.ToString()));
}
