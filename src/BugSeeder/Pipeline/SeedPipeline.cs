using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Text;
using BugSeeder.Proving;
using BugSeeder.Seeding;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>What to make a bank of.</summary>
/// <param name="Target">The target's folder.</param>
/// <param name="Settings">How the target is built and tested.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Bugs">How many bugs are wanted.</param>
/// <param name="SeedNumber">The number that sampling starts from.</param>
/// <param name="Mix">The shares of the classes.</param>
/// <param name="Source">Only seeds of this source; <see langword="null"/> for all.</param>
/// <param name="Limit">How many seeds are judged at most.</param>
/// <param name="Parallel">How many trees are judged at once.</param>
/// <param name="Force">Whether a bank of the same name that was made from other inputs is replaced.</param>
/// <param name="Fresh">Whether proofs of an earlier, unfinished seeding are thrown away.</param>
public sealed record SeedRequest(
    string Target,
    TargetSettings Settings,
    string Bank,
    int Bugs,
    long SeedNumber,
    Mix Mix,
    SeedSource? Source,
    int Limit,
    int Parallel,
    bool Force,
    bool Fresh)
{
    /// <summary>Files of packs beside the shipped ones.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];
}

/// <summary>From a target to a bank: seeding and proving.</summary>
public static class SeedPipeline
{
    /// <summary>Makes a bank, and writes it when it is whole.</summary>
    /// <exception cref="UserError">The target cannot be used, no seed is a bug, or a bank of that name was made from other inputs.</exception>
    public static async Task<StoredBank> RunAsync(SeedRequest request, IProgressSink progress, CancellationToken cancellationToken)
    {
        var source = TargetReader.Read(request.Target);
        var store = new TargetStore(source.Folder);
        var place = store.Bank(request.Bank);
        RefuseToReplace(store, request, source.Identity);
        using var work = new WorkFolder();
        using var target = await OpenTarget.OpenAsync(source, request.Settings, work, baselineRuns: 3, request.Parallel, progress, cancellationToken);
        var proposed = Seeder.Propose(target.Code, PackFiles.WithShipped(request.Packs), cancellationToken).Where(seed => request.Source is null || seed.Source == request.Source).ToList();
        progress.Note($"{proposed.Count} places where a mistake could be made, in {target.Code.Products.Count} product project(s); {target.Baseline.Oracle.Count} tests in the oracle");
        store.Create();
        var (records, bugs) = await ProveAsync(request, target, store, proposed, progress, cancellationToken);
        if (bugs.Count == 0)
            throw new UserError(
                $"None of {records.Count} seeds is a bug by the rules.",
                "See seeds.jsonl for why. Often the tests do not reach the product code: check `product` and `tests` in bugseeder.yml.",
                ExitCode.TargetUnusable);
        var bank = BankOf(request, target, proposed.Count, records.Count, bugs);
        BankFolder.Write(place, bank, records, bugs.Select(bug => WithPatches(bug, target)));
        if (bugs.Count < request.Bugs)
            progress.Warn($"the bank has {bugs.Count} bugs, not {request.Bugs}: {(records.Count >= request.Limit ? "the limit of seeds was reached" : "no more seeds are left")}");
        return BankFolder.Read(place);
    }

    private static void RefuseToReplace(TargetStore store, SeedRequest request, TargetIdentity target)
    {
        if (request.Force || !store.Banks.Contains(request.Bank))
            return;
        var old = BankFolder.Read(store.Bank(request.Bank)).Bank;
        if (old.Target.Tree != target.Tree || old.SeedNumber != request.SeedNumber || old.Mix != request.Mix.Name || old.Requested != request.Bugs)
            throw new UserError($"The bank '{request.Bank}' was made from other inputs (another target, number, mix or size).", "Choose another name with --bank, or replace it with --force.");
    }

    private static async Task<(List<SeedRecord> Records, List<Bug> Bugs)> ProveAsync(SeedRequest request, OpenTarget target, TargetStore store, List<Seed> proposed, IProgressSink progress, CancellationToken cancellationToken)
    {
        var prover = new Prover(target.Judge, target.Code, target.Baseline);
        var sampler = new SeedSampler(proposed, request.Mix, request.Bugs, request.SeedNumber);
        using var journal = OpenJournal(request, target, store);
        var (records, bugs) = (new List<SeedRecord>(), new List<Bug>());
        while (records.Count < request.Limit && sampler.NextBatch() is { Count: > 0 } next)
        {
            var batch = next.Take(request.Limit - records.Count).ToList();
            var proofs = new ProofLine[batch.Count];
            await Parallel.ForAsync(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = request.Parallel, CancellationToken = cancellationToken }, async (index, token) =>
            {
                if (journal.Find(batch[index].Id) is { } known)
                {
                    proofs[index] = known;
                    return;
                }

                proofs[index] = await ProveAsync(prover, batch[index], token);
                journal.Add(proofs[index]);
            });
            foreach (var (seed, proof) in batch.Zip(proofs))
            {
                records.Add(new(Json.SchemaVersion, proof.Verdict, proof.Reason, seed));
                if (proof.Verdict == SeedVerdict.Bug && sampler.Accept(seed))
                    bugs.Add(BugOf(seed, proof, bugs.Count + 1, target));
            }

            progress.Advance("bugs", Math.Min(bugs.Count, request.Bugs), request.Bugs);
            progress.Note($"{records.Count} seeds judged, {bugs.Count} bugs");
        }

        foreach (var seed in sampler.TakeSpare())
            bugs.Add(BugOf(seed, journal.Find(seed.Id)!, bugs.Count + 1, target));
        return (records, bugs);
    }

    private static ProofJournal OpenJournal(SeedRequest request, OpenTarget target, TargetStore store)
    {
        var key = StableHash.Of([target.Source.Tree.Hash, ToolVersion.Current, Json.ToLine(request.Settings)])[..16];
        var path = store.Proofs(key);
        if (request.Fresh && File.Exists(path))
            File.Delete(path);
        return new ProofJournal(path);
    }

    private static async Task<ProofLine> ProveAsync(Prover prover, Seed seed, CancellationToken cancellationToken)
    {
        var proof = await prover.ProveAsync(seed, cancellationToken);
        return new(seed.Id, proof.Verdict, proof.Reason, proof.Witnesses, proof.Failures, proof.Hidden);
    }

    private static Bug BugOf(Seed seed, ProofLine proof, int number, OpenTarget target) => new(
        Json.SchemaVersion,
        $"b{number:00}-{seed.Id[..6]}",
        seed,
        proof.Witnesses,
        proof.Failures,
        target.Baseline.Oracle.Count,
        proof.Hidden,
        Comments.AreBeside(seed.Place, target.Source.Tree));

    internal static (Bug Bug, string Planted, string Fix) WithPatches(Bug bug, OpenTarget target)
    {
        var planted = Edits.Apply(target.Source.Tree, bug.Seed.Edits);
        return (bug, Diff.Unified(target.Source.Tree, planted), Diff.Unified(planted, target.Source.Tree));
    }

    internal static IReadOnlyDictionary<BugClass, int> CountClasses(IEnumerable<Bug> bugs) =>
        new SortedDictionary<BugClass, int>(bugs.CountBy(bug => bug.Seed.Class).ToDictionary(count => count.Key, count => count.Value));

    private static Bank BankOf(SeedRequest request, OpenTarget target, int proposed, int judged, List<Bug> bugs) => new()
    {
        SchemaVersion = Json.SchemaVersion,
        ToolVersion = ToolVersion.Current,
        Target = target.Source.Identity,
        SeedNumber = request.SeedNumber,
        Mix = request.Mix.Name,
        Requested = request.Bugs,
        Proposed = proposed,
        Judged = judged,
        KeepsComments = true,
        Baseline = target.Baseline,
        Reached = CountClasses(bugs),
        Bugs = [.. bugs.Select(bug => bug.Id)],
    };
}
