using System.Collections.Concurrent;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>
/// Screens seeds by the fast path where it can, and by a real build where it cannot; what is taken for a bank is confirmed by the real build in any case.
/// It keeps count of how often both were asked and did not agree. The real build's word stands.
/// </summary>
/// <param name="prover">Asks the real build and tests.</param>
/// <param name="fast">The fast path; <see langword="null"/> where it is not wanted, or cannot be taken.</param>
internal sealed class QuickProver(Prover prover, FastScreen? fast) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Screening> screened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> disagreements = new(StringComparer.Ordinal);
    private int doneAgain;

    /// <summary>How many seeds the fast path had a verdict on.</summary>
    public int Quick => screened.Count;

    /// <summary>How many of them the real build was asked about as well.</summary>
    public int DoneAgain => doneAgain;

    /// <summary>What the fast path broke down at last; <see langword="null"/> when it never did.</summary>
    public string? Breakdown { get; private set; }

    /// <summary>Where the real build said something else, one sentence each.</summary>
    public IReadOnlyCollection<string> Disagreements => [.. disagreements.Values.Order(StringComparer.Ordinal)];

    /// <summary>What each seed is, as far as it can be told quickly. Where that is "a bug", it may be part of one; a bug of a bank has to be confirmed.</summary>
    public async Task<IReadOnlyList<Prover.Proof>> ScreenAsync(IReadOnlyList<Seed> seeds, int parallel, CancellationToken cancellationToken)
    {
        if (fast is null)
            return await prover.ScreenAsync(seeds, parallel, cancellationToken);
        var proofs = new ConcurrentDictionary<Seed, Prover.Proof>();
        Parallel.ForEach(seeds, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, seed =>
        {
            if (prover.RejectByCompiler(seed, cancellationToken) is { } rejected)
                proofs[seed] = rejected;
        });
        var compiling = seeds.Where(seed => !proofs.ContainsKey(seed)).ToList();
        var screenings = compiling.Count == 0 ? [] : await ScreenAsync(fast, compiling, cancellationToken);
        await Parallel.ForEachAsync(screenings, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (screening, token) =>
            proofs[screening.Seed] = await ProofOfAsync(screening, token));
        return [.. seeds.Select(seed => proofs[seed])];
    }

    /// <summary>Judges a seed that tests notice by the real build and tests, and by all the rules.</summary>
    public async Task<Prover.Proof> ConfirmAsync(Seed seed, CancellationToken cancellationToken)
    {
        var proof = await prover.ConfirmAsync(seed, cancellationToken);
        if (screened.TryGetValue(seed.Id, out var screening))
            Compare(screening, proof);
        return proof;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => fast is null ? ValueTask.CompletedTask : fast.DisposeAsync();

    /// <summary>A fault of the fast path, such as a compiler that crashes in it, costs a real build and no verdict.</summary>
    private async Task<IReadOnlyList<Screening>> ScreenAsync(FastScreen screen, IReadOnlyList<Seed> seeds, CancellationToken cancellationToken)
    {
        try
        {
            return await screen.ScreenAsync(seeds, new(WholeWitnessLists: true, Equivalence: false), cancellationToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            Breakdown = problem.Message;
            return [.. seeds.Select(seed => new Screening(seed, ScreenVerdict.Unsettled, ScreenTier.Real, problem.Message, []))];
        }
    }

    private async Task<Prover.Proof> ProofOfAsync(Screening screening, CancellationToken cancellationToken)
    {
        // What does not compile here and did pass the compiler before is a user of the changed code: the real build says it in its own words.
        if (screening.Verdict is ScreenVerdict.Unsettled or ScreenVerdict.DoesNotCompile)
            return await prover.ScreenAsync(screening.Seed, cancellationToken);
        screened[screening.Seed.Id] = screening;
        var proof = screening.Verdict switch
        {
            ScreenVerdict.Killed => prover.JudgeWitnesses(screening.Witnesses),
            ScreenVerdict.Survived or ScreenVerdict.NotCovered or ScreenVerdict.Equivalent => prover.JudgeUnnoticed(screening.Seed, cancellationToken),
            ScreenVerdict.TimedOut => Prover.Proof.TimedOut,
            ScreenVerdict.Crashed or ScreenVerdict.OutOfMemory => Prover.Proof.Crashed,
            _ => throw new InvalidOperationException($"No such verdict: {screening.Verdict}"),
        };
        if (proof.Verdict == SeedVerdict.Bug || !IsSampled(screening.Seed))
            return proof;
        var real = await prover.ScreenAsync(screening.Seed, cancellationToken);
        Compare(screening, real);
        return real;
    }

    /// <summary>A sixteenth of what the fast path rejects is done again, the same ones each time: nothing else would ever contradict it there.</summary>
    private static bool IsSampled(Seed seed) => seed.Id[0] == '0';

    private void Compare(Screening screening, Prover.Proof real)
    {
        Interlocked.Increment(ref doneAgain);
        var agrees = real.Verdict switch
        {
            SeedVerdict.NotWitnessed or SeedVerdict.Equivalent => screening.Verdict is ScreenVerdict.Survived or ScreenVerdict.NotCovered or ScreenVerdict.Equivalent,
            SeedVerdict.TimedOut => screening.Verdict == ScreenVerdict.TimedOut,
            SeedVerdict.Crashed => screening.Verdict is ScreenVerdict.Crashed or ScreenVerdict.OutOfMemory,
            SeedVerdict.Bug => screening.Verdict == ScreenVerdict.Killed && (real.Witnesses.Count == 0 || screening.Witnesses.All(real.Witnesses.Contains)),
            // The other rules are none that tests in a worker could know of.
            _ => true,
        };
        if (!agrees)
            disagreements[screening.Seed.Id] = $"{screening.Seed.Place.File}:{screening.Seed.Place.Line}: {screening.Verdict} by the fast path, {real.Verdict} by the real build";
    }
}
