using BugSeeder.Bench.Measuring;

namespace BugSeeder.Bench.Proving;

/// <summary>What <c>proving</c> found.</summary>
/// <param name="Target">The target's name and commit.</param>
/// <param name="Mode">How Stryker ran the tests: its fastest mode that is right here.</param>
/// <param name="Files">The files whose mutants were judged.</param>
/// <param name="LeftOut">Stryker's mutants that are no edit of the text, with the reason.</param>
/// <param name="Rounds">What each round used.</param>
/// <param name="WallRatio">Stryker's time on the wall over ours, round by round.</param>
/// <param name="CpuRatio">The same of processor time.</param>
/// <param name="Comparison">What both said, and who was right.</param>
/// <param name="Unsteady">Mutants of which a later round of ours said something else than the first.</param>
/// <param name="Phases">What our time went into in the first round.</param>
/// <param name="Notes">How the tests were run, and why so.</param>
internal sealed record ProvingReport(
    string Target,
    string Mode,
    IReadOnlyList<string> Files,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<Round> Rounds,
    Spread? WallRatio,
    Spread? CpuRatio,
    Comparison Comparison,
    IReadOnlyList<string> Unsteady,
    IReadOnlyList<PhaseTime> Phases,
    IReadOnlyList<string> Notes);

/// <summary>What one round used.</summary>
/// <param name="Stryker">Stryker, from its start to its end.</param>
/// <param name="Ours">A process of ours, from its start to its end.</param>
/// <param name="StrykerIsStored">Whether Stryker's figures are those of an earlier run.</param>
internal sealed record Round(Usage Stryker, Usage Ours, bool StrykerIsStored)
{
    public double WallRatio => Stryker.WallSeconds / Ours.WallSeconds;

    public double? CpuRatio => Stryker.CpuSeconds / Ours.CpuSeconds;
}
