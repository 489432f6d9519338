using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BugSeeder.Bench.Measuring;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Proving;
using BugSeeder.Seeding;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>screening</c>: what it takes, in time and memory, to screen many of the seeds that BugSeeder proposes by itself.</summary>
internal static class ScreeningVerb
{
    private static readonly Option<int> Count = new("--count", "-n") { Description = "How many seeds are screened, drawn from all that are proposed.", DefaultValueFactory = _ => 1000, HelpName = "N" };
    private static readonly Option<bool> Whole = new("--whole") { Description = "Run every test that reaches a seed, as for bugs of a bank, and do not stop at the first that notices it." };

    public static Command Create()
    {
        var command = new Command("screening", "Screens many of BugSeeder's own seeds in workers, as seeding does before the real build, and says how long that took and how much memory.")
        {
            Options.Target, Options.Config, Options.Property, Count, Whole, BenchOptions.Seed, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>What was measured.</summary>
    /// <param name="Target">The target's name.</param>
    /// <param name="Proposed">How many seeds there are to draw from.</param>
    /// <param name="Verdicts">How many have each verdict.</param>
    /// <param name="Seconds">What screening took, without the target's build and baseline.</param>
    /// <param name="PeakBytes">The most memory that our own process had.</param>
    /// <param name="TreePeakBytes">The most that it and all that it had started had together, looked at twice a second.</param>
    /// <param name="Notes">Which way each test project was run, and why.</param>
    /// <param name="Phases">What the time went into.</param>
    /// <param name="Runtime">What the runtime itself took.</param>
    private sealed record Result(string Target, int Proposed, IReadOnlyDictionary<ScreenVerdict, int> Verdicts, double Seconds, long PeakBytes, long TreePeakBytes, IReadOnlyList<string> Notes, IReadOnlyList<PhaseTime> Phases, RuntimeCost Runtime);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = BenchTarget.Settings(parsed);
        var source = TargetReader.Read(parsed.GetValue(Options.Target)!);
        using var phases = new PhaseTable();
        using var work = new WorkFolder();
        await using var memory = new MemoryWatch();
        var result = await Terminal.ShowAsync(async progress =>
        {
            using var target = await OpenTarget.OpenAsync(source, settings, work, baselineRuns: 1, Environment.ProcessorCount, progress, cancellationToken);
            var proposed = Seeder.Propose(target.Code, [], cancellationToken);
            var seeds = new SeededRandom(parsed.GetValue(BenchOptions.Seed)).Shuffled(proposed).Take(Options.Positive(parsed.GetValue(Count), "--count")).ToList();
            var clock = Stopwatch.StartNew();
            await using var screen = await FastScreen.OpenAsync(target.Judge, target.Code, target.Baseline, settings, work.Sub("h"), Environment.ProcessorCount, cancellationToken);
            foreach (var note in screen.Notes)
                progress.Note(note);
            progress.Note($"screening {seeds.Count} of {proposed.Count} proposed seeds");
            var screened = await screen.ScreenAsync(seeds, new(parsed.GetValue(Whole), Equivalence: true, IsLastWord: false), cancellationToken);
            return new Result(
                source.Identity.Name, proposed.Count, new SortedDictionary<ScreenVerdict, int>(screened.CountBy(screening => screening.Verdict).ToDictionary()), clock.Elapsed.TotalSeconds,
                MemoryWatch.PeakBytes, memory.TreePeakBytes, screen.Notes, phases.Times, RuntimeCost.Now());
        });
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(result) : Render(result));
        return (int)ExitCode.Done;
    }

    private static string Render(Result result)
    {
        var text = new StringBuilder();
        var screened = result.Verdicts.Values.Sum();
        text.Append(CultureInfo.InvariantCulture, $"{result.Target}: {screened} of {result.Proposed} proposed seeds screened in {result.Seconds:0.0} s, {1000 * result.Seconds / Math.Max(1, screened):0} ms each\n");
        text.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", result.Verdicts.Select(verdict => $"{verdict.Value} {verdict.Key}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"  most memory: {result.PeakBytes >> 20} MiB of our own process, {result.TreePeakBytes >> 20} MiB with all that it had started\n");
        foreach (var note in result.Notes)
            text.Append(CultureInfo.InvariantCulture, $"  {note}\n");
        return text.Append(PhaseText.Render(result.Phases)).Append(CultureInfo.InvariantCulture, $"{result.Runtime}\n").ToString();
    }
}
