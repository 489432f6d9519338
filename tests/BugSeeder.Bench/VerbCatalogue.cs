using System.CommandLine;
using BugSeeder.Bench.Verbs;

namespace BugSeeder.Bench;

/// <summary>Everything that can be measured: one verb, one file in the folder Verbs, one line here.</summary>
internal static class VerbCatalogue
{
    /// <summary>The verbs, in the order in which help shows them. Each takes <c>--json</c>.</summary>
    public static IReadOnlyList<Command> All { get; } =
    [
        StatisticsVerb.Create(),
        ProposingVerb.Create(),
        ProvingVerb.Create(),
        FastVerb.Create(),
        ScreeningVerb.Create(),
        VerdictsVerb.Create(),
        ScoringVerb.Create(),
        SandboxVerb.Create(),
        TellsVerb.Create(),
    ];
}
