using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Proving;
using BugSeeder.Seeding;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>
/// The loop from seeds to the bugs of a bank: a batch is sampled and judged quickly, and what tests notice may be taken or combined. When the bank is full, what was
/// taken is confirmed by the real build and tests, all in one queue, so that no place to build in waits for another; what does not hold is withdrawn, and it goes on.
/// </summary>
internal sealed class SeedProving(SeedRequest request, OpenTarget target, FastScreen? fast, ProofJournal journal, IProgressSink progress, CancellationToken cancellationToken)
{
    private readonly Prover prover = new(target.Judge, target.Code, target.Baseline, fast);
    private readonly Difficulties difficulties = new(target.Code, target.Baseline.Oracle, cancellationToken);
    private readonly Dictionary<string, ProvenSeed> noticed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> images = new(StringComparer.Ordinal);
    private readonly List<SeedRecord> records = [];
    private readonly HashSet<string> confirmed = new(StringComparer.Ordinal);
    private SeedSampler sampler = null!;

    /// <summary>Every judged seed with its verdict, in the order of judgement.</summary>
    public IReadOnlyList<SeedRecord> Records => records;

    /// <summary>The bugs of the bank.</summary>
    public IReadOnlyList<Bug> Bugs { get; private set; } = [];

    /// <summary>How many seeds were left out because a bug in the same members has the same witnesses.</summary>
    public int Merged => sampler.Merged;

    /// <summary>How many combinations were tried.</summary>
    public int Combined => sampler.Combined;

    /// <summary>How many seeds were passed over since they share a member or a good part of their witnesses with too many bugs.</summary>
    public int Entangled => sampler.Entangled;

    /// <summary>Why no more seeds were judged.</summary>
    public string EndedBecause { get; private set; } = "";

    /// <summary>Judges until the bank is full or nothing is left.</summary>
    public async Task RunAsync(IReadOnlyList<Seed> proposed)
    {
        sampler = new SeedSampler(proposed, request.Mix, request.Bugs, request.SeedNumber, target.Baseline.Oracle.Count);
        do
        {
            while (NextBatch() is { Count: > 0 } batch)
                await ScreenAsync(batch);
            _ = sampler.TakeSpare();
        }
        while (await ConfirmAsync() > 0);

        if (fast is not null)
            progress.Note($"{prover.CheckedVerdicts} verdicts of warm workers were judged by the real build too, {prover.Contradictions.Count} of them contradicted");
        foreach (var contradiction in prover.Contradictions)
            progress.Warn($"the real build stands: {contradiction}");
        EndedBecause = sampler.IsFull ? "the bank is full" : records.Count >= request.Limit ? "the limit of seeds was reached" : "no more seeds are left";
        Bugs = [.. sampler.Bugs.Select((bug, index) => BugOf(bug, index + 1))];
    }

    private List<Seed> NextBatch() => records.Count < request.Limit ? [.. sampler.NextBatch().Take(request.Limit - records.Count)] : [];

    private async Task ScreenAsync(List<Seed> batch)
    {
        // Of three parts any two are screened too, for they must not make up for each other.
        var pairs = batch.Where(seed => seed.Parts?.Count == 3).ToDictionary(seed => seed.Id, PairsOf, StringComparer.Ordinal);
        var open = batch.Concat(pairs.Values.SelectMany(pair => pair)).DistinctBy(seed => seed.Id).Where(seed => journal.Find(seed.Id) is null).ToList();
        foreach (var (seed, proof) in open.Zip(await prover.ScreenAsync(open, request.Parallel, cancellationToken)))
            journal.Add(Line(seed.Id, proof));
        foreach (var seed in batch)
            Count(seed, Seen(seed, pairs.GetValueOrDefault(seed.Id, []), journal.Find(seed.Id)!));
        progress.Advance("bugs", sampler.Bugs.Count, request.Bugs);
        progress.Note($"{records.Count} seeds judged, {noticed.Count} noticed by tests, {sampler.Bugs.Count} bugs");
    }

    private List<Seed> PairsOf(Seed seed) =>
        [.. seed.Parts!.Select(left => Combinations.Of([.. seed.Parts!.Where(part => part != left).Select(part => noticed[part.Seed].Seed)], seed.Class))];

    /// <summary>What is known of a seed only beside others: whether it is another one once more, and whether a combination is more than one of its parts.</summary>
    private ProofLine Seen(Seed seed, IReadOnlyList<Seed> pairs, ProofLine judged)
    {
        if (judged.Image is { } image && !images.TryAdd(image, seed.Id) && images[image] != seed.Id)
            return judged with { Verdict = SeedVerdict.Duplicate, Reason = $"it compiles to the same image as {images[image]}" };
        if (judged.Verdict != SeedVerdict.Bug || seed.Parts is null)
            return judged;
        if (pairs.FirstOrDefault(pair => journal.Find(pair.Id)!.Verdict != SeedVerdict.Bug) is { } apart)
            return judged with { Verdict = SeedVerdict.PartHidden, Reason = $"two of its parts alone: {journal.Find(apart.Id)!.Reason}" };
        return Combinations.Hidden(judged.Witnesses, seed.Parts.Select(part => noticed[part.Seed])) is { } hidden ? judged with { Verdict = SeedVerdict.PartHidden, Reason = hidden } : judged;
    }

    private void Count(Seed seed, ProofLine proof)
    {
        lines[seed.Id] = records.Count;
        records.Add(new(Json.SchemaVersion, proof.Verdict, proof.Reason, seed));
        if (proof.Verdict != SeedVerdict.Bug)
            return;
        noticed[seed.Id] = new(seed, proof.Witnesses, difficulties.Of(seed, proof.Witnesses));
        sampler.Accept(noticed[seed.Id]);
    }

    /// <summary>What the sampler has taken is confirmed; what the real build does not bear out goes again.</summary>
    /// <returns>How many go.</returns>
    private async Task<int> ConfirmAsync()
    {
        var open = sampler.Bugs.Where(bug => !confirmed.Contains(bug.Seed.Id)).ToList();
        var (done, before) = (0, confirmed.Count);
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellationToken }, async (bug, token) =>
        {
            if (Confirmed(bug.Seed) is null)
                journal.Add(Line(bug.Seed.Id + ProofLine.Confirmed, await prover.ConfirmAsync(bug.Seed, token)));
            progress.Advance("confirmed by the real build", before + Interlocked.Increment(ref done), before + open.Count);
        });
        foreach (var bug in open)
        {
            var proof = Confirmed(bug.Seed)!;
            if (proof.Verdict == SeedVerdict.Bug)
                confirmed.Add(bug.Seed.Id);
            else
                sampler.Withdraw(bug.Seed);
            records[lines[bug.Seed.Id]] = new(Json.SchemaVersion, proof.Verdict, proof.Reason, bug.Seed);
        }

        if (open.Count > 0)
            progress.Note($"{confirmed.Count} bugs confirmed by the real build and tests");
        return open.Count - (confirmed.Count - before);
    }

    private ProofLine? Confirmed(Seed seed) => journal.Find(seed.Id + ProofLine.Confirmed);

    private static ProofLine Line(string name, Prover.Proof proof) => new(name, proof.Verdict, proof.Reason, proof.Witnesses, proof.Failures, proof.Hidden) { Image = proof.Image };

    private Bug BugOf(ProvenSeed bug, int number)
    {
        var proof = Confirmed(bug.Seed)!;
        return new(Json.SchemaVersion, $"b{number:00}-{bug.Seed.Id[..6]}", bug.Seed, proof.Witnesses, proof.Failures, target.Baseline.Oracle.Count, proof.Hidden, Comments.AreBeside(bug.Seed.AllPlaces, target.Source.Tree))
        {
            Difficulty = difficulties.Of(bug.Seed, proof.Witnesses),
        };
    }
}
