using System.Collections.Concurrent;
using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Targets;
using BugSeeder.Preparing;

namespace BugSeeder.Proving;

/// <summary>The stage that decides by the target's own build and tests whether a seed is a bug.</summary>
internal sealed class Prover(Judge judge, TargetCode code, Baseline baseline, FastScreen? fast = null)
{
    private const int SeedsPerOriginal = 8;

    private readonly Screen screen = new(code);
    private readonly Lock gate = new();
    private readonly ConcurrentQueue<string> contradictions = new();
    private int checkedVerdicts;
    private Task<TreeVerdict>? original;
    private int spokenFor;

    /// <summary>What became of a seed: a verdict with its evidence, and the bug if it is one.</summary>
    public sealed record Proof(SeedVerdict Verdict, string Reason, IReadOnlyList<string> Witnesses, IReadOnlyList<string> Failures, IReadOnlyList<string> Hidden)
    {
        /// <summary>The hash of what it compiles to, where no test notices it.</summary>
        public string? Image { get; init; }

        public static Proof Rejected(SeedVerdict verdict, string reason) => new(verdict, reason, [], [], []);
    }

    /// <summary>Judges one seed by all the rules.</summary>
    public async Task<Proof> ProveAsync(Seed seed, CancellationToken cancellationToken) =>
        await ScreenAsync(seed, cancellationToken) is { Verdict: not SeedVerdict.Bug } rejected ? rejected : await ConfirmAsync(seed, cancellationToken);

    /// <summary>What the target's tests say of each seed: in warm workers where they can tell, and otherwise by one build and one test run.</summary>
    public async Task<IReadOnlyList<Proof>> ScreenAsync(IReadOnlyList<Seed> seeds, int parallel, CancellationToken cancellationToken)
    {
        var proofs = new Proof?[seeds.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, seeds.Count, options, (index, token) =>
        {
            proofs[index] = RejectInMemory(seeds[index], Edits.Apply(judge.Original, seeds[index].Edits), token);
            return ValueTask.CompletedTask;
        });
        var open = Enumerable.Range(0, seeds.Count).Where(index => proofs[index] is null).ToList();
        if (fast is not null && open.Count > 0)
        {
            var screenings = await fast.ScreenAsync([.. open.Select(index => seeds[index])], new(WholeWitnessLists: true, Equivalence: false, IsLastWord: false), cancellationToken);
            foreach (var (index, screening) in open.Zip(screenings))
                proofs[index] = Of(screening, cancellationToken);
        }

        await Parallel.ForEachAsync(open, options, async (index, token) =>
        {
            if (proofs[index] is null)
                proofs[index] = await ScreenAsync(seeds[index], token);
            else if (proofs[index]!.Verdict != SeedVerdict.Bug && IsChecked(seeds[index]))
                proofs[index] = Check(seeds[index], proofs[index]!, await ScreenAsync(seeds[index], token));
        });
        return proofs!;
    }

    /// <summary>How many verdicts of warm workers were judged by the real build too: every bug, and a sixteenth of what they reject.</summary>
    public int CheckedVerdicts => checkedVerdicts;

    /// <summary>Where the real build contradicted them. Its word stands.</summary>
    public IReadOnlyCollection<string> Contradictions => contradictions;

    /// <summary>A sixteenth, by the seed's name and not by chance, so that a bank stays the same.</summary>
    private static bool IsChecked(Seed seed) => seed.Id[0] == '0';

    private Proof Check(Seed seed, Proof quick, Proof real)
    {
        Interlocked.Increment(ref checkedVerdicts);
        if ((quick.Verdict == SeedVerdict.Bug) != (real.Verdict == SeedVerdict.Bug))
            contradictions.Enqueue($"{seed.Id} ({seed.Mutator}, {seed.Place.File}:{seed.Place.Line}): {quick.Verdict} in a warm worker, {real.Verdict} by the real build");
        return real;
    }

    /// <summary>What one build and one test run say of a seed. Where that is "a bug", it may be part of one; a bug of a bank has to be confirmed.</summary>
    public async Task<Proof> ScreenAsync(Seed seed, CancellationToken cancellationToken)
    {
        var planted = Edits.Apply(judge.Original, seed.Edits);
        if (RejectInMemory(seed, planted, cancellationToken) is { } unfit)
            return unfit;
        var first = await judge.JudgeAsync(planted, cancellationToken);
        if (RejectRun(first) is { } rejected)
            return rejected;
        var witnesses = Witnesses(first);
        return witnesses.Count == 0 ? Unnoticed(seed, planted, cancellationToken) : Noticed(witnesses);
    }

    /// <summary>Judges a seed that tests notice by the real build and all of the rules.</summary>
    public async Task<Proof> ConfirmAsync(Seed seed, CancellationToken cancellationToken)
    {
        var proof = await ConfirmByBuildAsync(seed, cancellationToken);
        // What the real build alone can know – diagnostics, wavering, witnesses that cannot be removed – contradicts nobody.
        return fast is null ? proof : proof.Verdict == SeedVerdict.NotWitnessed ? Check(seed, new(SeedVerdict.Bug, "", [], [], []), proof) : Check(seed, proof, proof);
    }

    private async Task<Proof> ConfirmByBuildAsync(Seed seed, CancellationToken cancellationToken)
    {
        var planted = Edits.Apply(judge.Original, seed.Edits);
        var (first, again) = await judge.JudgeTwiceAsync(planted, cancellationToken);
        if (RejectRun(first) is { } rejected)
            return rejected;
        var witnesses = Witnesses(first);
        if (witnesses.Count == 0 || again is not { } second)
            return Proof.Rejected(SeedVerdict.NotWitnessed, "the real build does not bear out what the quick judgement said");
        if (RejectWitnesses(witnesses) is { } loud)
            return loud;
        if (!Witnesses(second).SequenceEqual(witnesses))
            return Proof.Rejected(SeedVerdict.Wavered, "a second run of the same tree had other witnesses");
        var undone = Edits.Apply(planted, Edits.Reverse(seed.Edits));
        var after = await JudgeOriginalAnewAsync(cancellationToken);
        if (undone.Hash != judge.Original.Hash || witnesses.Any(witness => !after.Passed(witness)))
            return Proof.Rejected(SeedVerdict.UndoFailed, "undoing the edit did not turn every witness green");

        var removal = WitnessRemoval.Remove(judge.Original, code, witnesses, cancellationToken);
        if (removal.Problem is { } problem)
            return Proof.Rejected(SeedVerdict.WitnessNotRemovable, problem);
        var workspace = Edits.Apply(removal.Tree, seed.Edits);
        var remaining = await judge.JudgeAsync(workspace, cancellationToken);
        if (WorkspaceProblem(remaining, witnesses) is { } unusable)
            return Proof.Rejected(SeedVerdict.WorkspaceUnusable, unusable);
        var hidden = baseline.Oracle.Where(test => !remaining.Tests.ContainsKey(test)).Except(witnesses).ToList();
        var failures = witnesses.Select(witness => first.Failures.GetValueOrDefault(witness, "") is var message && second.Failures.GetValueOrDefault(witness, "") == message ? message : "").ToList();
        return new(SeedVerdict.Bug, Summary(witnesses.Count), witnesses, failures, hidden);
    }

    /// <summary>A fresh run of the original, for the next few seeds that are undone: they all give the same bytes, so one run speaks for them.</summary>
    private Task<TreeVerdict> JudgeOriginalAnewAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (original is null || original.IsFaulted || original.IsCanceled || spokenFor == SeedsPerOriginal)
                (original, spokenFor) = (judge.JudgeAnewAsync(judge.Original, cancellationToken), 0);
            spokenFor++;
            return original;
        }
    }

    private Proof? RejectInMemory(Seed seed, SourceTree planted, CancellationToken cancellationToken) =>
        screen.Reject(seed, planted, cancellationToken) is var (verdict, reason) ? Proof.Rejected(verdict, reason) : null;

    private Proof Unnoticed(Seed seed, SourceTree planted, CancellationToken cancellationToken) =>
        screen.ImageOf(seed, planted, cancellationToken) is (false, var image)
            ? Proof.Rejected(SeedVerdict.NotWitnessed, "no test notices it; it may behave the same, or the tests miss it") with { Image = image }
            : Proof.Rejected(SeedVerdict.Equivalent, "the optimised image is the same as the original's");

    private Proof Noticed(IReadOnlyList<string> witnesses) =>
        RejectWitnesses(witnesses) ?? new(SeedVerdict.Bug, $"{witnesses.Count} of {baseline.Oracle.Count} tests fail", witnesses, [], []);

    /// <summary>What warm workers say, in the words of proving; null where only the real build can tell.</summary>
    private Proof? Of(Screening screening, CancellationToken cancellationToken) => screening.Verdict switch
    {
        ScreenVerdict.Killed => Noticed(screening.Witnesses),
        ScreenVerdict.Survived or ScreenVerdict.NotCovered => Unnoticed(screening.Seed, Edits.Apply(judge.Original, screening.Seed.Edits), cancellationToken),
        ScreenVerdict.Equivalent => Proof.Rejected(SeedVerdict.Equivalent, "the optimised image is the same as the original's"),
        ScreenVerdict.TimedOut => Proof.Rejected(SeedVerdict.TimedOut, screening.Reason),
        ScreenVerdict.Crashed or ScreenVerdict.OutOfMemory => Proof.Rejected(SeedVerdict.Crashed, screening.Reason),
        ScreenVerdict.DoesNotCompile => Proof.Rejected(SeedVerdict.DoesNotCompile, screening.Reason),
        ScreenVerdict.Unsettled => null,
        _ => throw new InvalidOperationException($"No such verdict: {screening.Verdict}"),
    };

    private Proof? RejectWitnesses(IReadOnlyList<string> witnesses) =>
        witnesses.Count >= baseline.Oracle.Count ? Proof.Rejected(SeedVerdict.NothingPasses, "every test of the oracle fails")
        : 2 * witnesses.Count > baseline.Oracle.Count ? Proof.Rejected(SeedVerdict.TooLoud, $"{witnesses.Count} of {baseline.Oracle.Count} tests fail")
        : null;

    private string Summary(int witnesses) => $"{witnesses} of {baseline.Oracle.Count} tests fail, twice alike; undone, they pass";

    private List<string> Witnesses(TreeVerdict verdict) => [.. baseline.Oracle.Where(verdict.Failed)];

    private Proof? RejectRun(TreeVerdict verdict)
    {
        var added = AddedDiagnostics(verdict);
        return verdict.Outcome switch
        {
            TreeOutcome.BuildFailed when added.Find(diagnostic => diagnostic.IsError) is { } error => Proof.Rejected(SeedVerdict.AddsDiagnostic, $"{error.Code}: {error.Message}"),
            TreeOutcome.BuildFailed => Proof.Rejected(SeedVerdict.DoesNotCompile, "the target's own build fails"),
            TreeOutcome.TestsTimedOut => Proof.Rejected(SeedVerdict.TimedOut, "the tests ran into their time limit"),
            TreeOutcome.TestsCrashed => Proof.Rejected(SeedVerdict.Crashed, "the test process ended before it had reported all results"),
            TreeOutcome.Tested when added.Count > 0 => Proof.Rejected(SeedVerdict.AddsDiagnostic, $"{added[0].Code}: {added[0].Message}"),
            TreeOutcome.Tested when baseline.Oracle.FirstOrDefault(test => !verdict.Tests.ContainsKey(test)) is { } lost => Proof.Rejected(SeedVerdict.Crashed, $"a test was not reported: {lost}"),
            TreeOutcome.Tested => null,
            _ => throw new InvalidOperationException($"No such outcome: {verdict.Outcome}"),
        };
    }

    /// <summary>Lines move and messages quote code, so a diagnostic is known by its code and file, and counted.</summary>
    private List<BuildDiagnostic> AddedDiagnostics(TreeVerdict verdict)
    {
        var known = judge.Diagnostics.Distinct().CountBy(diagnostic => (diagnostic.Code, diagnostic.File)).ToDictionary(count => count.Key, count => count.Value);
        return [.. verdict.Diagnostics.Distinct().GroupBy(diagnostic => (diagnostic.Code, diagnostic.File)).Where(group => group.Count() > known.GetValueOrDefault(group.Key)).Select(group => group.Last())];
    }

    private string? WorkspaceProblem(TreeVerdict remaining, IReadOnlyList<string> witnesses)
    {
        if (remaining.Outcome != TreeOutcome.Tested)
            return $"without its witnesses the workspace is not tested to the end: {remaining.Outcome}{(remaining.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error ? $" ({error.Code}: {error.Message})" : "")}";
        if (witnesses.FirstOrDefault(remaining.Tests.ContainsKey) is { } back)
            return $"a witness is still there after its removal: {back}";
        if (AddedDiagnostics(remaining) is [var added, ..])
            return $"without its witnesses the workspace has a new diagnostic: {added.Code}: {added.Message}";
        return baseline.Oracle.FirstOrDefault(remaining.Failed) is { } failed ? $"a remaining test fails: {failed}" : null;
    }
}
