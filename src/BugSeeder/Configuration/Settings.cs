using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model;
using BugSeeder.Model.Runs;

namespace BugSeeder.Configuration;

/// <summary>The one place where command line, configuration file and defaults are merged: what is said later wins.</summary>
public static class Settings
{
    /// <summary>How many trees are judged at once unless the user says otherwise: a build and its tests keep a core busy.</summary>
    public static int DefaultParallel => Math.Clamp(Environment.ProcessorCount, 1, 8);

    /// <summary>The longest time limit, a week: a timer cannot wait for more than seven weeks.</summary>
    public const int LongestLimitSeconds = 7 * 24 * 60 * 60;

    /// <summary>What stands for every host there is.</summary>
    public const string OpenNetwork = "open";

    /// <summary>Reads the configuration of a target.</summary>
    /// <param name="target">The target's folder.</param>
    /// <param name="file">Another configuration file; <see langword="null"/> for the target's own.</param>
    /// <exception cref="UserError">The file is not valid, or the one that was named does not exist.</exception>
    public static ConfigurationFile Read(string target, string? file)
    {
        if (file is not null && !File.Exists(file))
            throw new UserError($"The configuration file '{file}' does not exist.", "Correct --config.");
        return ConfigurationFile.Read(file ?? Path.Combine(target, TargetReader.ConfigurationFile));
    }

    /// <summary>How the target is built and tested.</summary>
    /// <param name="configuration">The configuration file.</param>
    /// <param name="properties">MSBuild properties from the command line, each as <c>NAME=VALUE</c>.</param>
    /// <exception cref="UserError">A property has no name or no value.</exception>
    public static TargetSettings Target(ConfigurationFile configuration, IEnumerable<string> properties)
    {
        var section = configuration.Target;
        var merged = new SortedDictionary<string, string>(section.Properties, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            if (property.Split('=', 2) is not [{ Length: > 0 } name, var value])
                throw new UserError($"'{property}' is no MSBuild property.", "Write --property NAME=VALUE.");
            merged[name] = value;
        }

        var defaults = new TargetSettings();
        return defaults with
        {
            Solution = section.Solution,
            Configuration = section.Configuration ?? defaults.Configuration,
            Properties = merged,
            Environment = new SortedDictionary<string, string>(section.Environment, StringComparer.Ordinal),
            TestProjects = section.Tests,
            ProductProjects = section.Product,
            Boxed = section.Boxed ?? defaults.Boxed,
            BuildLimit = Seconds(section.BuildLimitSeconds) ?? defaults.BuildLimit,
            TestLimit = Seconds(section.TestLimitSeconds) ?? defaults.TestLimit,
        };
    }

    /// <summary>How far fast verdicts are checked.</summary>
    /// <param name="written">What the user wrote; <see langword="null"/> for the default.</param>
    /// <exception cref="UserError">It is none of the three.</exception>
    public static ConfirmPolicy Confirm(string? written) => written switch
    {
        null or "sample" => ConfirmPolicy.Sample,
        "all" => ConfirmPolicy.All,
        "none" => ConfirmPolicy.None,
        _ => throw new UserError($"'{written}' is no way to confirm fast verdicts.", "Write sample, all or none with --confirm, or as `confirm` under `run` in bugseeder.yml."),
    };

    /// <summary>How assistants are shut in.</summary>
    /// <param name="configuration">The configuration file.</param>
    /// <param name="allowUnsandboxed">Whether they may run where nothing can be hidden from them.</param>
    /// <param name="network">From the command line: hosts, or <c>open</c> for everything.</param>
    /// <exception cref="UserError">A host or a limit is none.</exception>
    public static ConfinementSettings Confinement(ConfigurationFile configuration, bool allowUnsandboxed, IReadOnlyList<string> network)
    {
        var section = configuration.Sandbox;
        var limits = new BoxLimits();
        return new()
        {
            AllowUnsandboxed = allowUnsandboxed,
            OpenNetwork = network.Contains(OpenNetwork),
            Hosts = [.. configuration.Network.Concat(network.Where(host => host != OpenNetwork)).Select(ApiHost.Parse).Distinct()],
            Limits = limits with
            {
                Processes = section.Processes is { } processes ? Within(processes, 16, 1_000_000, "sandbox: processes") : limits.Processes,
                Memory = Bytes(section.MemoryMegabytes, "sandbox: memoryMegabytes") ?? limits.Memory,
                Disk = Bytes(section.DiskMegabytes, "sandbox: diskMegabytes") ?? limits.Disk,
                Temporary = Bytes(section.TemporaryMegabytes, "sandbox: temporaryMegabytes") ?? limits.Temporary,
            },
        };
    }

    private static long? Bytes(int? megabytes, string name) => megabytes is { } number ? Within(number, 1, 1_000_000, name) * (1L << 20) : null;

    private static int Within(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new UserError($"`{name}` is {value}.", $"Give a number from {least} to {most} in bugseeder.yml.");

    private static TimeSpan? Seconds(int? seconds) => seconds switch
    {
        null => null,
        > 0 and <= LongestLimitSeconds => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new UserError($"A time limit of {seconds} seconds is not possible.", $"Give a number from 1 to {LongestLimitSeconds} in bugseeder.yml."),
    };
}
