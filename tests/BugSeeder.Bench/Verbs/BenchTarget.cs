using System.CommandLine;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Builds;

namespace BugSeeder.Bench.Verbs;

/// <summary>How a target is built while it is measured.</summary>
internal static class BenchTarget
{
    /// <summary>
    /// The settings of the command line. Stryker switches warnings off in what it compiles, so a mutant that merely draws a warning must not be refused by a
    /// target that takes warnings for errors: all parties build without that.
    /// </summary>
    public static TargetSettings Settings(ParseResult parsed)
    {
        var settings = Options.TargetSettings(parsed, Options.Configuration(parsed));
        var properties = new Dictionary<string, string>(settings.Properties, StringComparer.Ordinal);
        properties.TryAdd("TreatWarningsAsErrors", "false");
        properties.TryAdd("MSBuildTreatWarningsAsErrors", "false");
        return settings with { Properties = properties };
    }

    /// <summary>The same target and settings as arguments for another process of ours.</summary>
    public static IReadOnlyList<string> Arguments(ParseResult parsed) =>
    [
        "--target", Path.GetFullPath(parsed.GetValue(Options.Target)!),
        .. parsed.GetValue(Options.Config) is { } config ? (string[])["--config", Path.GetFullPath(config)] : [],
        .. (parsed.GetValue(Options.Property) ?? []).SelectMany(property => (string[])["--property", property]),
    ];
}
