using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Mender.Answering;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Locating;
using BugSeeder.Mender.Reading;
using BugSeeder.Mender.Repairing;
using BugSeeder.Mender.Testing;
using BugSeeder.Specs.Reading;

namespace BugSeeder.Mender;

/// <summary>One session: reads the spec, checks the code against it, locates and repairs a departure, and answers.</summary>
/// <param name="workspace">The folder with the code; nothing but a patch and its test is written to it.</param>
/// <param name="prompt">What is asked for.</param>
/// <param name="budget">How long it may take.</param>
/// <param name="each">Whether each patch that is tried is told.</param>
/// <param name="progress">Told what goes on.</param>
/// <param name="folder">A folder of our own for builds.</param>
internal sealed class Mending(string workspace, string prompt, Budget budget, bool each, IProgress<string> progress, string folder)
{
    /// <summary>So many patches may turn out not to build, or to break a test, when the real build looks at them.</summary>
    private const int MostRefused = 3;

    public async Task<Answer> RunAsync(CancellationToken cancellationToken)
    {
        var tree = TargetReader.Read(workspace).Tree;
        var assignment = PromptReader.Read(prompt, tree);
        var spec = SpecReader.Read("", assignment.Specs.Where(path => tree.Files[path].Text is not null).Select(path => KeyValuePair.Create(path, tree.Files[path].Text!)));
        var stated = CheckReader.Read(spec);
        progress.Report($"{stated.Checks.Count} checks and {assignment.FailingTests.Count} failing tests to go by; no check could be made of {stated.Unread.Count} clauses");
        if (stated.Checks.Count + stated.Unread.Count + assignment.FailingTests.Count == 0)
            return Answers.NothingToTry(stated);
        var comparison = new CodeComparison(spec);
        if (stated.Checks.Count + assignment.FailingTests.Count == 0 && !comparison.AsksForCode())
            return Answers.NothingToTry(stated);
        await using var bench = await Bench.OpenAsync(tree, StatedSpec.Of(spec), stated.Checks, assignment.FailingTests, folder, progress, cancellationToken);
        var departures = Departures.Of(bench) with { Readings = comparison.Departures(bench.Emitter.Products, cancellationToken) };
        progress.Report($"{departures.Passing.Count} checks and tests pass, {departures.Failing.Count} fail; the code reads otherwise than the spec in {departures.Readings.Count} places");
        foreach (var line in Answers.Lines(bench, departures))
            progress.Report($"  {line}");
        return departures.IsEmpty ? bench.Code.Checks.Count + assignment.FailingTests.Count == 0 ? Answers.NothingToTry(stated) : Answers.NothingFound(stated, bench)
            : await RepairAsync(bench, departures, comparison, assignment, cancellationToken);
    }

    private async Task<Answer> RepairAsync(Bench bench, Departures departures, CodeComparison comparison, Assignment assignment, CancellationToken cancellationToken)
    {
        budget.StartSearch();
        var candidates = await CandidatesAsync(bench, departures, assignment, cancellationToken);
        progress.Report($"{candidates.Count} patches to try");
        await using var search = new Search(bench, departures, new(departures, comparison, bench.Emitter.Products), budget, each, progress);
        var refused = 0;
        RegressionTest? test = null;
        await foreach (var candidate in search.FindAsync(candidates, cancellationToken))
        {
            progress.Report($"patch {search.Tried} makes all checks and tests pass: {candidate}");
            test ??= await Regression.ForAsync(bench, departures, cancellationToken);
            if (await Patch.ConfirmedAsync(candidate, test, bench, cancellationToken) is { } patch)
            {
                TreeFolder.Change(workspace, bench.Judge.Original, patch.Tree);
                return Answers.Mended(bench, departures, patch);
            }

            progress.Report("  but the workspace does not build with it, or a test fails");
            if (++refused == MostRefused)
                break;
        }

        if (search.Best is { } best && departures.Only(best.Met, bench) is var mended
            && await Patch.ConfirmedAsync(best.Candidate, await Regression.ForAsync(bench, mended, cancellationToken), bench, cancellationToken) is { } part)
        {
            TreeFolder.Change(workspace, bench.Judge.Original, part.Tree);
            return Answers.MendedInPart(bench, departures, mended, part, search);
        }

        return Answers.NotMended(bench, departures, candidates.Count == 0 ? null : candidates[0], search);
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(Bench bench, Departures departures, Assignment assignment, CancellationToken cancellationToken)
    {
        var seen = departures.Failing.Count == 0 ? [] : await Spectrum.RunAsync(bench, departures.Failing, budget, cancellationToken);
        var read = departures.Readings.Select(reading => Block.Of(reading, departures.Failing.Count, cancellationToken));
        var suspicion = new Suspicion([.. seen, .. read], Mentions.Of(bench, departures.Failing, cancellationToken), Math.Max(1, departures.Failing.Count), assignment.Place, cancellationToken, departures.Parts(bench));
        return CandidateMaker.Make(bench.Emitter.Products, suspicion, ClauseFacts.Of(departures.Checks, assignment.FailingTests, departures.Readings), departures.Readings, cancellationToken);
    }
}
