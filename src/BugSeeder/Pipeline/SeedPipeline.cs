using BugSeeder.Code;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Hosting;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Text;
using BugSeeder.Proving;
using BugSeeder.Seeding;
using BugSeeder.Seeding.History;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

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
        var (proposed, past) = Propose(request, target, progress, cancellationToken);
        if (!request.KeepComments)
            proposed = [.. proposed.Select(seed => Comments.Without(seed, target.Source.Tree, target.Code, cancellationToken))];
        store.Create();
        SeedProving proven;
        await using var fast = await OpenFastAsync(request, target, work, progress, cancellationToken);
        using (var journal = OpenJournal(request, target, store))
        {
            proven = new SeedProving(request, target, fast, journal, progress, cancellationToken);
            await proven.RunAsync(proposed);
        }

        if (proven.Bugs.Count == 0)
            throw new UserError(
                $"None of {proven.Records.Count} seeds is a bug by the rules.",
                "See what `--from` leaves out, and why with --json. Often the tests do not reach the product code: check `product` and `tests` in bugseeder.yml.",
                ExitCode.TargetUnusable);
        var bank = BankOf(request, target, proposed, past, proven);
        BankFolder.Write(place, bank, proven.Records, proven.Bugs.Select(bug => WithPatches(bug, target)));
        if (proven.Bugs.Count < request.Bugs)
            progress.Warn($"the bank has {proven.Bugs.Count} bugs, not {request.Bugs}: {proven.EndedBecause}");
        foreach (var miss in bank.Misses)
            progress.Note($"{miss.Kind}: {miss.Reached} of {miss.Wanted} wanted, {miss.Reason}");
        return BankFolder.Read(place);
    }

    /// <summary>Warm workers that run the target's tests; without them every seed is built.</summary>
    private static async Task<FastScreen?> OpenFastAsync(SeedRequest request, OpenTarget target, WorkFolder work, IProgressSink progress, CancellationToken cancellationToken)
    {
        try
        {
            var fast = await FastScreen.OpenAsync(target.Judge, target.Code, target.Baseline, request.Settings, work.Sub("h"), request.Parallel, cancellationToken);
            foreach (var note in fast.Notes)
                progress.Note(note);
            return fast;
        }
        catch (Exception problem) when (problem is WorkerException or IOException or UnauthorizedAccessException)
        {
            progress.Warn($"the tests cannot be run in warm workers, so every seed is built: {problem.Message}");
            return null;
        }
    }

    private static (List<Seed> Seeds, HistoryYield? Past) Propose(SeedRequest request, OpenTarget target, IProgressSink progress, CancellationToken cancellationToken)
    {
        var made = request.Sources.Any(source => source is not SeedSource.History)
            ? Seeder.Propose(target.Code, PackFiles.WithShipped(request.Packs), cancellationToken).Where(seed => request.Sources.Contains(seed.Source)).ToList()
            : [];
        progress.Note($"{made.Count} places where a mistake could be made, in {target.Code.Products.Count} product project(s); {target.Baseline.Oracle.Count} tests in the oracle");
        if (!request.Sources.Contains(SeedSource.History))
            return (made, null);
        var walk = FixHistory.Walk(target.Source.Folder, request.Commits, cancellationToken);
        var (past, yield) = new PastFixes(target.Source.Tree, target.Code, cancellationToken).Propose(walk);
        progress.Note($"{yield.Walked} commits of the past{(walk.IsCut ? " (it goes on)" : "")}: {yield.Fixes} say that they fixed something and touch product and test code, {yield.Applicable} can be taken out of today's code, which gives {yield.Seeds} seed(s)");
        foreach (var (reason, count) in yield.Dropped)
            progress.Note($"{count} fix(es) dropped: {reason}");
        // The same edit may be found twice; that people really made it is worth more than that a mutator could.
        return ([.. past.Concat(made).DistinctBy(seed => seed.Id)], yield);
    }

    private static void RefuseToReplace(TargetStore store, SeedRequest request, TargetIdentity target)
    {
        if (request.Force || !store.Banks.Contains(request.Bank))
            return;
        var old = BankFolder.Read(store.Bank(request.Bank)).Bank;
        if (old.Target.Tree != target.Tree || old.SeedNumber != request.SeedNumber || old.Mix != request.Mix.Name || old.Requested != request.Bugs || old.KeepsComments != request.KeepComments)
            throw new UserError($"The bank '{request.Bank}' was made from other inputs (another target, number, mix, size or --keep-comments).", "Choose another name with --bank, or replace it with --force.");
    }

    private static ProofJournal OpenJournal(SeedRequest request, OpenTarget target, TargetStore store)
    {
        var key = StableHash.Of([target.Source.Tree.Hash, ToolVersion.Current, Json.ToLine(request.Settings)])[..16];
        var path = store.Proofs(key);
        if (request.Fresh && File.Exists(path))
            File.Delete(path);
        return new ProofJournal(path);
    }

    internal static (Bug Bug, string Planted, string Fix) WithPatches(Bug bug, OpenTarget target)
    {
        var planted = Edits.Apply(target.Source.Tree, bug.Seed.Edits);
        return (bug, Diff.Unified(target.Source.Tree, planted), Diff.Unified(planted, target.Source.Tree));
    }

    internal static IReadOnlyDictionary<BugClass, int> CountClasses(IEnumerable<Bug> bugs) =>
        new SortedDictionary<BugClass, int>(bugs.CountBy(bug => bug.Seed.Class).ToDictionary(count => count.Key, count => count.Value));

    private static Bank BankOf(SeedRequest request, OpenTarget target, List<Seed> proposed, HistoryYield? past, SeedProving proven) => new()
    {
        SchemaVersion = Json.SchemaVersion,
        ToolVersion = ToolVersion.Current,
        Target = target.Source.Identity,
        SeedNumber = request.SeedNumber,
        Mix = request.Mix.Name,
        Requested = request.Bugs,
        Proposed = proposed.Count,
        Judged = proven.Records.Count,
        KeepsComments = request.KeepComments,
        Baseline = target.Baseline,
        Reached = CountClasses(proven.Bugs),
        Bugs = [.. proven.Bugs.Select(bug => bug.Id)],
        ProposedBy = new SortedDictionary<string, int>(proposed.CountBy(seed => seed.Mutator).ToDictionary(count => count.Key, count => count.Value), StringComparer.Ordinal),
        Misses = MixReport.Of(request.Mix, request.Bugs, proposed, proven),
        Merged = proven.Merged,
        History = past,
    };
}
