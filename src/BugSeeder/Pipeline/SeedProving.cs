using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Proving;
using BugSeeder.Seeding;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>
/// The loop from seeds to the bugs of a bank: a batch is sampled and judged quickly, what tests notice may be taken or combined, and what was taken is
/// confirmed by the real build and tests, or withdrawn.
/// </summary>
internal sealed class SeedProving(SeedRequest request, OpenTarget target, ProofJournal journal, IProgressSink progress, CancellationToken cancellationToken)
{
    private readonly Prover prover = new(target.Judge, target.Code, target.Baseline);
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

    /// <summary>Why no more seeds were judged.</summary>
    public string EndedBecause { get; private set; } = "";

    /// <summary>Judges until the bank is full or nothing is left.</summary>
    public async Task RunAsync(IReadOnlyList<Seed> proposed)
    {
        sampler = new SeedSampler(proposed, request.Mix, request.Bugs, request.SeedNumber);
        while (true)
        {
            await ConfirmAsync();
            var batch = records.Count < request.Limit ? sampler.NextBatch().Take(request.Limit - records.Count).ToList() : [];
            if (batch.Count > 0)
                await ScreenAsync(batch);
            else if (sampler.TakeSpare().Count == 0)
                break;
        }

        EndedBecause = sampler.IsFull ? "the bank is full" : records.Count >= request.Limit ? "the limit of seeds was reached" : "no more seeds are left";
        Bugs = [.. sampler.Bugs.Select((bug, index) => BugOf(bug, index + 1))];
    }

    private async Task ScreenAsync(List<Seed> batch)
    {
        var proofs = await JudgeAsync(batch, journal.Find, async (seed, token) => Line(seed, await ScreenAsync(seed, token), isConfirmed: false));
        foreach (var (seed, judged) in batch.Zip(proofs))
        {
            var proof = judged;
            if (judged.Image is { } image && !images.TryAdd(image, seed.Id))
                proof = judged with { Verdict = SeedVerdict.Duplicate, Reason = $"it compiles to the same image as {images[image]}" };
            lines[seed.Id] = records.Count;
            records.Add(new(Json.SchemaVersion, proof.Verdict, proof.Reason, seed));
            if (proof.Verdict != SeedVerdict.Bug)
                continue;
            noticed[seed.Id] = new(seed, proof.Witnesses, difficulties.Of(seed, proof.Witnesses));
            sampler.Accept(noticed[seed.Id]);
        }

        progress.Advance("bugs", sampler.Bugs.Count, request.Bugs);
        progress.Note($"{records.Count} seeds judged, {noticed.Count} noticed by tests, {sampler.Bugs.Count} bugs");
    }

    /// <summary>A combination must be more than one of its parts, and no two of three parts may make up for each other.</summary>
    private async Task<Prover.Proof> ScreenAsync(Seed seed, CancellationToken token)
    {
        var parts = seed.Parts?.Select(part => noticed[part.Seed]).ToList() ?? [];
        if (parts.Count == 3)
        {
            foreach (var left in parts)
            {
                var pair = Combinations.Of([.. parts.Where(part => part != left).Select(part => part.Seed)], seed.Class);
                if (await prover.ScreenAsync(pair, token) is { Verdict: not SeedVerdict.Bug } apart)
                    return Prover.Proof.Rejected(SeedVerdict.PartHidden, $"without its part {left.Seed.Id}: {apart.Reason}");
            }
        }

        var proof = await prover.ScreenAsync(seed, token);
        return proof.Verdict == SeedVerdict.Bug && Combinations.Hidden(proof.Witnesses, parts) is { } hidden ? Prover.Proof.Rejected(SeedVerdict.PartHidden, hidden) : proof;
    }

    /// <summary>What the sampler has taken is confirmed, in its order; what the real build does not bear out goes again.</summary>
    private async Task ConfirmAsync()
    {
        var open = sampler.Bugs.Where(bug => !confirmed.Contains(bug.Seed.Id)).ToList();
        var proofs = await JudgeAsync(
            [.. open.Select(bug => bug.Seed)],
            id => journal.Find(id) is { IsConfirmed: true } known ? known : null,
            async (seed, token) => Line(seed, await prover.ConfirmAsync(seed, token), isConfirmed: true));
        foreach (var (bug, proof) in open.Zip(proofs))
        {
            if (proof.Verdict == SeedVerdict.Bug)
                confirmed.Add(bug.Seed.Id);
            else
                sampler.Withdraw(bug.Seed);
            records[lines[bug.Seed.Id]] = new(Json.SchemaVersion, proof.Verdict, proof.Reason, bug.Seed);
        }

        if (open.Count > 0)
            progress.Note($"{confirmed.Count} bugs confirmed by the real build and tests");
    }

    private async Task<ProofLine[]> JudgeAsync(IReadOnlyList<Seed> seeds, Func<string, ProofLine?> find, Func<Seed, CancellationToken, Task<ProofLine>> judge)
    {
        var proofs = new ProofLine[seeds.Count];
        await Parallel.ForAsync(0, seeds.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellationToken }, async (index, token) =>
        {
            if (find(seeds[index].Id) is { } known)
            {
                proofs[index] = known;
                return;
            }

            proofs[index] = await judge(seeds[index], token);
            journal.Add(proofs[index]);
        });
        return proofs;
    }

    private static ProofLine Line(Seed seed, Prover.Proof proof, bool isConfirmed) => new(seed.Id, proof.Verdict, proof.Reason, proof.Witnesses, proof.Failures, proof.Hidden, isConfirmed || proof.Verdict != SeedVerdict.Bug) { Image = proof.Image };

    private Bug BugOf(ProvenSeed bug, int number)
    {
        var proof = journal.Find(bug.Seed.Id)!;
        return new(Json.SchemaVersion, $"b{number:00}-{bug.Seed.Id[..6]}", bug.Seed, proof.Witnesses, proof.Failures, target.Baseline.Oracle.Count, proof.Hidden, Comments.AreBeside(bug.Seed.AllPlaces, target.Source.Tree))
        {
            Difficulty = bug.Difficulty,
        };
    }
}
