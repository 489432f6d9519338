using System.CommandLine;

namespace BugSeeder.Bench.Verbs;

/// <summary>Options that several verbs share, beside those of the command line of BugSeeder itself.</summary>
internal static class BenchOptions
{
    /// <summary>Files of the target, for measurements of a part of it.</summary>
    public static Option<string[]> Files { get; } = new("--file") { Description = "A product file, relative to the target, whose mutants are judged; may be repeated (default: chosen at random).", HelpName = "PATH" };

    /// <summary>The number that choices start from.</summary>
    public static Option<long> Seed { get; } = new("--seed", "-s") { Description = "The number that random choices start from.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
}
