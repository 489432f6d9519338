using System.CommandLine;
using System.Globalization;
using System.Text;
using BugSeeder.Bench.Proving;
using BugSeeder.Bench.Truth;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Seeding;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>verdicts</c>: a random sample of fast verdicts against the truth.</summary>
internal static class VerdictsVerb
{
    private const int PerStratum = 6;
    private static readonly Option<int> Count = new("--count", "-n") { Description = "How many verdicts are checked.", DefaultValueFactory = _ => 50, HelpName = "N" };

    public static Command Create()
    {
        var command = new Command("verdicts", "Checks a random sample of fast verdicts, static initialisers, constants, async methods, iterators and generics among them, against the real build and tests.")
        {
            Options.Target, Options.Config, Options.Property, Count, BenchOptions.Seed, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>One checked verdict.</summary>
    private sealed record Checked(Stratum Stratum, string Mutator, CodePlace Place, Ruling Ours, string OurReason, Ruling Truth, string TruthReason, bool Wavers)
    {
        public bool IsRight => Ours == Truth;
    }

    /// <summary>What was found.</summary>
    private sealed record Result(string Target, int Proposed, int Right, int Wavering, IReadOnlyDictionary<Stratum, int> Strata, IReadOnlyList<Checked> Verdicts);

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = BenchTarget.Settings(parsed);
        var source = TargetReader.Read(parsed.GetValue(Options.Target)!);
        using var work = new WorkFolder();
        var result = await Terminal.ShowAsync(async progress =>
        {
            using var target = await OpenTarget.OpenAsync(source, settings, work, baselineRuns: 3, Environment.ProcessorCount, progress, cancellationToken);
            var proposed = Seeder.Propose(target.Code, [], cancellationToken);
            var seeds = StratifiedSample.Of(proposed, seed => Strata.Of(seed.Edits[0], target.Code, cancellationToken), Options.Positive(parsed.GetValue(Count), "--count"), PerStratum, parsed.GetValue(BenchOptions.Seed));
            IReadOnlyList<FastVerdict> ours;
            await using (var proving = await FastProving.OpenAsync(target, settings, work, cancellationToken))
            {
                foreach (var note in proving.Notes)
                    progress.Note(note);
                ours = await proving.JudgeAsync(seeds, cancellationToken);
            }

            var truths = await new Adjudicator(target.Judge, target.Baseline).RuleAllAsync(
                [.. seeds.Zip(ours, (seed, verdict) => (seed.Edits, verdict.Ruling))], Environment.ProcessorCount, done => progress.Advance("truth", done, seeds.Count), cancellationToken);
            var verdicts = seeds.Select((seed, index) => new Checked(
                Strata.Of(seed.Edits[0], target.Code, cancellationToken), seed.Mutator, seed.Place, ours[index].Ruling, ours[index].Reason, truths[index].Ruling, truths[index].Reason, truths[index].Wavers)).ToList();
            return new Result(
                source.Identity.Name, proposed.Count, verdicts.Count(verdict => verdict.IsRight), verdicts.Count(verdict => verdict.Wavers),
                new SortedDictionary<Stratum, int>(verdicts.CountBy(verdict => verdict.Stratum).ToDictionary()), verdicts);
        });
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(result) : Render(result));
        return (int)ExitCode.Done;
    }

    private static string Render(Result result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Target}: {result.Right} of {result.Verdicts.Count} fast verdicts are what the real build and tests say ({result.Proposed} proposed edits to draw from)\n");
        text.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", result.Strata.Select(stratum => $"{stratum.Value} {stratum.Key}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {string.Join(", ", result.Verdicts.CountBy(verdict => verdict.Ours).OrderBy(ruling => ruling.Key).Select(ruling => $"{ruling.Value} {ruling.Key}"))}\n");
        foreach (var wrong in result.Verdicts.Where(verdict => !verdict.IsRight))
            text.Append(CultureInfo.InvariantCulture, $"  {wrong.Place.File}:{wrong.Place.Line} {wrong.Mutator} ({wrong.Stratum}): {wrong.Ours} ({wrong.OurReason}), truth {wrong.Truth} ({wrong.TruthReason}){(wrong.Wavers ? ", and a second real run differs" : "")}\n");
        return text.ToString();
    }
}
