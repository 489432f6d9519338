using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using BugSeeder.Proving;
using BugSeeder.Seeding;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>A bug to add by hand.</summary>
/// <param name="Target">The target's folder.</param>
/// <param name="Settings">How the target is built and tested.</param>
/// <param name="Bank">The bank; <see langword="null"/> for the only one there is.</param>
/// <param name="Patch">The path of a unified diff that plants it.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Parallel">How many trees are judged at once.</param>
public sealed record AddRequest(string Target, TargetSettings Settings, string? Bank, string Patch, BugClass Class, string Mistake, int Parallel);

/// <summary>What can be done with the bugs of a bank, one by one.</summary>
public static class BugBank
{
    /// <summary>Opens a bank of a target.</summary>
    /// <param name="target">The target's folder.</param>
    /// <param name="name">The bank's name; <see langword="null"/> for the only one there is.</param>
    /// <exception cref="UserError">There is no such bank, or there are several.</exception>
    public static StoredBank Open(string target, string? name) => RunSetup.FindBank(new TargetStore(target), name);

    /// <summary>The patch that plants a bug.</summary>
    public static string PatchOf(string target, StoredBank bank, Bug bug) => File.ReadAllText(Path.Combine(new TargetStore(target).Bank(bank.Name), "bugs", bug.Id, "bug.patch"));

    /// <summary>What a bank is made of, and what became of its seeds.</summary>
    /// <exception cref="UserError">A file of the bank is missing or damaged.</exception>
    public static BankStatistics StatisticsOf(string target, StoredBank bank) =>
        BankStatistics.Of(bank.Bank, bank.Bugs, BankFolder.ReadSeeds(new TargetStore(target).Bank(bank.Name)));

    /// <summary>
    /// How hard each bug was in the runs of this bank, by its id; empty when there was none. Reference assistants know the answer, so theirs do not count.
    /// </summary>
    public static IReadOnlyDictionary<string, double> DifficultyFromRuns(string target, StoredBank bank)
    {
        var store = new TargetStore(target);
        var scores = store.Runs.Select(run => new RunFolder(store.Run(run)))
            .Where(folder => folder.Read().BankHash == bank.Hash)
            .SelectMany(folder => folder.ReadTrials())
            .Select(trial => trial.Score)
            .OfType<Score>()
            .Where(score => score.Kind == SubjectKind.Bug && !Assisting.Assistants.References.Contains(score.Trial.Assistant) && score.Measures.GetValueOrDefault(MeasureId.Fixed)?.Value is not null)
            .ToLookup(score => score.Bug, StringComparer.Ordinal);
        if (scores.Count == 0)
            return new Dictionary<string, double>(StringComparer.Ordinal);
        return DifficultyFromTrials.Estimate([.. bank.Bugs.Select(bug => new BugTrials(bug.Id, bug.Difficulty?.Value ?? 0.5, scores[bug.Id].Count(), scores[bug.Id].Count(score => !score.Measures[MeasureId.Fixed].IsYes)))]);
    }

    /// <summary>Plants a bug in the target's working tree, or takes it out. Nothing is written unless all of it fits.</summary>
    /// <exception cref="UserError">The text at the bug's place is another one.</exception>
    public static void Apply(string target, Bug bug, bool undo)
    {
        var edits = undo ? Edits.Reverse(bug.Seed.Edits) : bug.Seed.Edits;
        var paths = edits.Select(edit => edit.File).Distinct().ToList();
        if (paths.Find(path => !File.Exists(Path.Combine(target, path))) is { } missing)
            throw new UserError($"'{missing}' is not in the target.", "Check out the state that the bank was made for.");
        var tree = SourceTree.Of(paths.Select(path => KeyValuePair.Create(path, TreeFolder.ReadFile(new FileInfo(Path.Combine(target, path))))));
        TreeFolder.Change(target, tree, Edits.Apply(tree, edits));
    }

    /// <summary>Writes a copy of the target with a bug planted.</summary>
    /// <exception cref="UserError">The folder exists and is not empty, or the bug does not fit.</exception>
    public static void Copy(string target, Bug bug, string folder)
    {
        if (folder.Length == 0)
            throw new UserError("No folder was named.", "Give a new folder with --to.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new UserError($"The folder '{folder}' is not empty.", "Give a new folder with --to.");
        TreeFolder.Write(Edits.Apply(TargetReader.Read(target).Tree, bug.Seed.Edits), folder);
    }

    /// <summary>Proves a patch like any other seed, and adds it to a bank.</summary>
    /// <exception cref="UserError">The patch does not apply, touches more than product code, or is no bug by the rules.</exception>
    public static async Task<Bug> AddAsync(AddRequest request, IProgressSink progress, CancellationToken cancellationToken)
    {
        var source = TargetReader.Read(request.Target);
        var store = new TargetStore(source.Folder);
        var bank = RunSetup.FindBank(store, request.Bank);
        if (bank.Bank.Target.Tree != source.Tree.Hash)
            throw new UserError($"The bank '{bank.Name}' was made for another state of the target.", "Check out the state it was made for, or make a new bank with `bugseeder seed`.");
        using var work = new WorkFolder();
        var edits = await PatchFile.EditsAsync(request.Patch, source.Tree, work.Sub("patch"), cancellationToken);
        using var target = await OpenTarget.OpenAsync(source, request.Settings, work, baselineRuns: 3, request.Parallel, progress, cancellationToken);
        if (edits.FirstOrDefault(edit => !target.Code.IsProductSource(edit.File)) is { } outside)
            throw new UserError($"The patch changes '{outside.File}', which is no C# source of a product project.", "Plant the bug in product code only.");
        var seed = Hunks.SeedOf(SeedSource.Hand, "hand", request.Class, request.Mistake, edits, source.Tree, target.Code, cancellationToken);
        if (bank.Bugs.Any(other => other.Seed.Id == seed.Id))
            throw new UserError($"The bank '{bank.Name}' has this bug already.", "Nothing needs to be done.");
        progress.Note("proving the bug");
        var proof = await new Prover(target.Judge, target.Code, target.Baseline).ProveAsync(seed, cancellationToken);
        if (proof.Verdict != SeedVerdict.Bug)
            throw new UserError($"The patch is no bug by the rules ({proof.Verdict}): {proof.Reason}.", "See \"What counts as a bug\" in README.md.");
        return Write(bank, store.Bank(bank.Name), seed, proof, target, cancellationToken);
    }

    private static Bug Write(StoredBank bank, string folder, Seed seed, Prover.Proof proof, OpenTarget target, CancellationToken cancellationToken)
    {
        var bug = new Bug(Json.SchemaVersion, $"b{bank.Bugs.Count + 1:00}-{seed.Id[..6]}", seed, proof.Witnesses, proof.Failures, target.Baseline.Oracle.Count, proof.Hidden, Comments.AreBeside(seed.AllPlaces, target.Source.Tree))
        {
            Difficulty = new Difficulties(target.Code, target.Baseline.Oracle, cancellationToken).Of(seed, proof.Witnesses),
        };
        var bugs = bank.Bugs.Append(bug).ToList();
        var changed = bank.Bank with { Bugs = [.. bugs.Select(each => each.Id)], Reached = SeedPipeline.CountClasses(bugs) };
        var seeds = BankFolder.ReadSeeds(folder).Append(new SeedRecord(Json.SchemaVersion, proof.Verdict, proof.Reason, seed)).ToList();
        BankFolder.Write(folder, changed, seeds, bugs.Select(each => SeedPipeline.WithPatches(each, target)));
        return bug;
    }
}
