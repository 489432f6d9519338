using BugSeeder.Bench.Stryker;
using BugSeeder.Bench.Truth;
using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;
using BugSeeder.Pipeline;
using BugSeeder.Proving;
using BugSeeder.Seeding;

namespace BugSeeder.Bench.Proving;

/// <summary>BugSeeder's fast proving as a judge of single edits. What it cannot settle goes to the real build and tests, as in <c>seed</c>, and counts in its time.</summary>
internal sealed class FastProving : IAsyncDisposable
{
    private readonly OpenTarget target;
    private readonly FastScreen screen;
    private readonly Adjudicator real;

    private FastProving(OpenTarget target, FastScreen screen) => (this.target, this.screen, real) = (target, screen, new(target.Judge, target.Baseline));

    /// <summary>Which way each test project is run, and why.</summary>
    public IReadOnlyList<string> Notes => screen.Notes;

    public static async Task<FastProving> OpenAsync(OpenTarget target, TargetSettings settings, WorkFolder work, CancellationToken cancellationToken) =>
        new(target, await FastScreen.OpenAsync(target.Judge, target.Code, target.Baseline, settings, work.Sub("h"), Environment.ProcessorCount, cancellationToken));

    /// <summary>Judges Stryker's mutants.</summary>
    public Task<IReadOnlyList<FastVerdict>> JudgeAsync(IReadOnlyList<ImportedMutant> mutants, CancellationToken cancellationToken) =>
        JudgeAsync([.. mutants.Select(mutant => SeedOf(mutant, cancellationToken))], cancellationToken);

    /// <summary>Judges seeds; a verdict's id is its seed's.</summary>
    public async Task<IReadOnlyList<FastVerdict>> JudgeAsync(IReadOnlyList<Seed> seeds, CancellationToken cancellationToken)
    {
        var screened = await screen.ScreenAsync(seeds, new(WholeWitnessLists: false, Equivalence: true, IsLastWord: true), cancellationToken);
        var verdicts = new FastVerdict[screened.Count];
        await Parallel.ForAsync(0, screened.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (place, token) =>
            verdicts[place] = await ReadAsync(screened[place], token));
        return verdicts;
    }

    private async Task<FastVerdict> ReadAsync(Screening screening, CancellationToken cancellationToken)
    {
        var said = $"{screening.Verdict}, {screening.Tier}: {screening.Reason}{(screening.Witnesses is [var first, ..] ? $" ({first})" : "")}";
        if (screening.Verdict == ScreenVerdict.Unsettled)
        {
            var (ruling, reason) = real.Read(await target.Judge.JudgeAsync(Edits.Apply(target.Judge.Original, screening.Seed.Edits), cancellationToken));
            return new(screening.Seed.Id, ruling, $"{said}; the real build and tests: {reason}");
        }

        return new(screening.Seed.Id, RulingOf(screening.Verdict), said);
    }

    private static Ruling RulingOf(ScreenVerdict verdict) => verdict switch
    {
        ScreenVerdict.Killed or ScreenVerdict.TimedOut or ScreenVerdict.Crashed or ScreenVerdict.OutOfMemory => Ruling.Noticed,
        ScreenVerdict.Survived or ScreenVerdict.NotCovered or ScreenVerdict.Equivalent => Ruling.Unnoticed,
        ScreenVerdict.DoesNotCompile => Ruling.DoesNotCompile,
        _ => throw new InvalidOperationException($"Not settled: {verdict}"),
    };

    private Seed SeedOf(ImportedMutant mutant, CancellationToken cancellationToken) =>
        Hunks.SeedOf(SeedSource.Stryker, mutant.Mutator, BugClass.Condition, mutant.Mutator, [mutant.Edit], target.Source.Tree, target.Code, cancellationToken) with { Id = mutant.Id };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => screen.DisposeAsync();
}
