using BugSeeder.Bench.Measuring;
using BugSeeder.Bench.Stryker;
using BugSeeder.Bench.Truth;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Bench.Proving;

/// <summary>Runs Stryker and our own fast proving in turn on the same mutants of one opened target, and settles what they disagree about.</summary>
internal sealed class SideBySide(OpenTarget target, StrykerTool stryker, IReadOnlyList<string> ownArguments, string work, IProgressSink progress)
{
    private readonly Adjudicator adjudicator = new(target.Judge, target.Baseline);

    /// <summary>Measures some rounds.</summary>
    public async Task<ProvingReport> RunAsync(IReadOnlyList<string> files, int rounds, CancellationToken cancellationToken)
    {
        var chosen = await ChooseModeAsync(cancellationToken);
        var imported = Import(chosen);
        progress.Note($"{imported.Mutants.Count} mutants taken over, {imported.LeftOut.Count} left out");
        var measured = new List<Round>();
        var ours = new List<FastRun>();
        for (var round = 1; round <= rounds; round++)
        {
            var theirs = round == 1 ? chosen : await StrykerAsync(chosen.Mode, round, cancellationToken);
            var (run, usage) = await OwnAsync(chosen, round, cancellationToken);
            ours.Add(run);
            measured.Add(new(theirs.Usage, usage, theirs.IsStored));
            progress.Note($"round {round}: Stryker {theirs.Usage.WallSeconds:0.0} s, BugSeeder {usage.WallSeconds:0.0} s");
        }

        var pairs = Comparison.Pairs(imported.Mutants, ours[0]);
        var open = pairs.Where(pair => !pair.Agree).ToList();
        progress.Note($"{open.Count} disagreements");
        var truths = await TruthAsync([.. open.Select(pair => (pair.Mutant, pair.Ours.Ruling))], cancellationToken);
        var identity = target.Source.Identity;
        return new(
            $"{identity.Name}{(identity.Commit is { } commit ? $" at {commit[..10]}" : "")}", chosen.Mode.ToString(), files, imported.LeftOut, measured,
            Spread.Of(measured.Select(round => round.WallRatio)), Spread.Of(measured.Select(round => round.CpuRatio).OfType<double>()),
            Comparison.Of(pairs, truths, LineOf), Unsteady(ours), ours[0].Phases, ours[0].Notes);
    }

    /// <summary>
    /// Where Stryker can run the tests in two ways, both are tried, and where they differ the truth is asked: the faster of those with the fewest wrong
    /// verdicts is the one to compare with.
    /// </summary>
    private async Task<StrykerRun> ChooseModeAsync(CancellationToken cancellationToken)
    {
        var runs = new List<StrykerRun>();
        foreach (var mode in stryker.Modes)
            runs.Add(await StrykerAsync(mode, 1, cancellationToken));
        if (runs.Count == 1)
            return runs[0];
        var words = runs.Select(run => Import(run).Mutants.ToDictionary(mutant => mutant.Edit, mutant => mutant)).ToList();
        var differing = words[0].Values.Where(mutant => words[1].TryGetValue(mutant.Edit, out var other) && other.Ruling != mutant.Ruling).ToList();
        var truths = await TruthAsync([.. differing.Select(mutant => (mutant, mutant.Ruling))], cancellationToken);
        int Wrong(Dictionary<Model.Bugs.TextEdit, ImportedMutant> said) => differing.Zip(truths).Count(pair => !pair.Second.Wavers && said[pair.First.Edit].Ruling != pair.Second.Ruling);
        foreach (var (run, said) in runs.Zip(words))
            progress.Note($"Stryker through {run.Mode}: {run.Usage.WallSeconds:0.0} s, {Wrong(said)} of {differing.Count} differing verdicts wrong");
        return runs.Zip(words).OrderBy(pair => Wrong(pair.Second)).ThenBy(pair => pair.First.Usage.WallSeconds).First().First;
    }

    private async Task<StrykerRun> StrykerAsync(StrykerMode mode, int round, CancellationToken cancellationToken)
    {
        progress.Note($"Stryker.NET through {mode}, round {round}");
        return await stryker.RunAsync(mode, round, cancellationToken);
    }

    private ReportImport Import(StrykerRun run) => ReportImport.Of(StrykerReport.Read(run.Report), run.Root, target.Source.Tree, target.Code);

    /// <summary>A process of ours from its start to its end, as Stryker's is: nothing is warm from an earlier round.</summary>
    private async Task<(FastRun Run, Usage Usage)> OwnAsync(StrykerRun mutants, int round, CancellationToken cancellationToken)
    {
        progress.Note($"BugSeeder, round {round}");
        var folder = Directory.CreateDirectory(Path.Combine(work, $"own{round}")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "tmp"));
        var output = Path.Combine(folder, "verdicts.json");
        string[] arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "BugSeeder.Bench.dll"), "fast", .. ownArguments, "--report", mutants.Report, "--root", mutants.Root, "--output", output];
        var (result, usage) = await ProcessTree.RunAsync(new("dotnet", arguments, folder) { Environment = StrykerTool.Variables(folder), TimeLimit = TimeSpan.FromHours(3) }, cancellationToken);
        if (!result.Succeeded)
            throw new UserError($"BugSeeder's own proving ended with exit code {result.ExitCode}:\n{result.ErrorText}", "See the lines above.", ExitCode.InternalFault);
        await File.WriteAllBytesAsync(Path.Combine(folder, "log.txt"), result.Error, cancellationToken);
        return (Json.Read<FastRun>(await File.ReadAllTextAsync(output, cancellationToken)), usage);
    }

    private Task<Finding[]> TruthAsync(IReadOnlyList<(ImportedMutant Mutant, Ruling Expected)> open, CancellationToken cancellationToken) =>
        adjudicator.RuleAllAsync(
            [.. open.Select(entry => ((IReadOnlyList<Model.Bugs.TextEdit>)[entry.Mutant.Edit], entry.Expected))], Environment.ProcessorCount,
            done => progress.Advance("truth", done, open.Count), cancellationToken);

    private static List<string> Unsteady(List<FastRun> runs) =>
        [.. runs[0].Verdicts.Where(first => runs.Skip(1).SelectMany(run => run.Verdicts).Any(later => later.Id == first.Id && later.Ruling != first.Ruling)).Select(verdict => $"{verdict.Id} ({verdict.Reason})")];

    private int LineOf(ImportedMutant mutant) => target.Source.Tree.Files[mutant.Edit.File].Text!.AsSpan(0, mutant.Edit.Start).Count('\n') + 1;
}
