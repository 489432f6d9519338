using System.CommandLine;
using BugSeeder.Bench.Measuring;
using BugSeeder.Bench.Proposing;
using BugSeeder.Bench.Tells;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>proposing</c>: what it costs to find every place where a mistake could be made, and what is found there.</summary>
internal static class ProposingVerb
{
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often it is measured; each time with compilations that know nothing yet.", DefaultValueFactory = _ => 3, HelpName = "N" };
    private static readonly Option<int> Show = new("--show") { Description = "Print some proposals, chosen at random, as lines before and after, to be read.", DefaultValueFactory = _ => 0, HelpName = "N" };
    private static readonly Option<string?> Output = new("--output") { Description = "Where all proposals are written, one a line, so that two versions can be compared byte for byte.", HelpName = "FILE" };
    private static readonly Option<string?> Mutator = new("--mutator") { Description = "Show those of one mutator only.", HelpName = "ID" };

    private static readonly Option<int> Tells = new("--tells") { Description = "Ask the classifiers of `tells` about so many proposals, chosen at random: far more than a bank has.", DefaultValueFactory = _ => 0, HelpName = "N" };

    public static Command Create()
    {
        var command = new Command("proposing", "Measures what it costs to propose mistakes, per line of product code, and shows some of them.")
        {
            Options.Target, Options.Config, Options.Property, Rounds, Output, Show, Mutator, Tells, BenchOptions.Seed, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = BenchTarget.Settings(parsed) with { Boxed = false };
        var source = TargetReader.Read(parsed.GetValue(Options.Target)!);
        using var work = new WorkFolder();
        using var target = await Terminal.ShowAsync(progress => OpenTarget.OpenAsync(source, settings, work, baselineRuns: 1, parallel: 1, progress, cancellationToken));
        var report = ProposingReport.Of(target.Code, parsed.GetValue(Rounds), cancellationToken);
        if (parsed.GetValue(Output) is { } file)
            await File.WriteAllLinesAsync(file, report.Seeds.Select(Json.ToLine), cancellationToken);
        if (parsed.GetValue(Options.Json))
        {
            Console.Out.Write(Json.ToText(new { report.Files, report.Lines, Proposals = report.Seeds.Count, report.First, report.Again }));
            return (int)ExitCode.Done;
        }

        Console.Out.WriteLine($"{report.Files} files, {report.Lines} lines, {report.Seeds.Count} proposals of {report.Seeds.DistinctBy(seed => seed.Mutator).Count()} mutators");
        Console.Out.WriteLine($"first time, our own code not compiled yet: {Of(report.First, report.Lines)}");
        if (report.Again is { } again)
            Console.Out.WriteLine($"afterwards: {again} ms of CPU a line");
        var shown = report.Seeds.Where(seed => parsed.GetValue(Mutator) is not { } only || seed.Mutator == only).ToList();
        foreach (var text in ProposalText.Some(shown, source.Tree, parsed.GetValue(Show), parsed.GetValue(BenchOptions.Seed)))
            Console.Out.WriteLine(text);
        if (parsed.GetValue(Tells) is var places and > 0)
        {
            var tells = TellReport.Of(source.Tree, new SeededRandom(parsed.GetValue(BenchOptions.Seed)).Shuffled(shown).Take(places));
            TellsVerb.Print("layout", tells.Layout);
            TellsVerb.Print("naturalness of tokens", tells.Naturalness);
        }

        return (int)ExitCode.Done;
    }

    private static string Of(Usage usage, int lines) => $"{usage.WallSeconds:0.0} s, {1000 * usage.CpuSeconds / lines:0.00} ms of CPU a line";
}
