using System.CommandLine;
using BugSeeder.Configuration;
using BugSeeder.Execution.Builds;
using BugSeeder.Model;

namespace BugSeeder.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Target { get; } = new("--target", "-t") { Description = "The folder of the C# repository.", DefaultValueFactory = _ => ".", HelpName = "DIR" };

    public static Option<string?> Config { get; } = new("--config") { Description = "The configuration file, if not bugseeder.yml in the target.", HelpName = "FILE" };

    public static Option<string[]> Property { get; } = new("--property", "-p") { Description = "An MSBuild property for every restore and build; may be repeated.", HelpName = "NAME=VALUE" };

    public static Option<string?> Bank { get; } = new("--bank", "-b") { Description = "The bank's name.", HelpName = "NAME" };

    public static Option<int?> Parallel { get; } = new("--parallel") { Description = "How many trees are judged, and trials run, at once (default: one per core).", HelpName = "N" };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the result as JSON on standard output." };

    public static ConfigurationFile Configuration(ParseResult parsed) => Settings.Read(parsed.GetValue(Target)!, parsed.GetValue(Config));

    public static TargetSettings TargetSettings(ParseResult parsed, ConfigurationFile configuration) => Settings.Target(configuration, parsed.GetValue(Property) ?? []);

    public static int ParallelOf(ParseResult parsed, ConfigurationFile configuration) =>
        Positive(parsed.GetValue(Parallel) ?? configuration.Run.Parallel ?? Settings.DefaultParallel, "--parallel");

    /// <summary>A number that makes sense; without an upper bound products of such numbers would overflow.</summary>
    public static int Positive(int value, string name, int largest = 1_000_000) =>
        value > 0 && value <= largest ? value : throw new UserError($"{name} is {value}.", $"Give a number from 1 to {largest} with {name}.");
}
