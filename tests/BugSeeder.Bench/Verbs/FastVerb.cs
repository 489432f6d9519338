using System.CommandLine;
using BugSeeder.Bench.Measuring;
using BugSeeder.Bench.Proving;
using BugSeeder.Bench.Stryker;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>fast</c>: our own side of <c>proving</c>, a process of its own so that it can be measured as a whole.</summary>
internal static class FastVerb
{
    private static readonly Option<string> Report = new("--report") { Description = "Stryker's mutation-report.json.", Required = true, HelpName = "FILE" };
    private static readonly Option<string> Root = new("--root") { Description = "The folder that Stryker ran on.", Required = true, HelpName = "DIR" };
    private static readonly Option<string> Output = new("--output") { Description = "Where the verdicts are written as JSON.", Required = true, HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("fast", "Judges the mutants of one report of Stryker's by BugSeeder's fast proving, from nothing to verdicts.") { Options.Target, Options.Config, Options.Property, Report, Root, Output, Options.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = BenchTarget.Settings(parsed);
        var source = TargetReader.Read(parsed.GetValue(Options.Target)!);
        using var phases = new PhaseTable();
        using var work = new WorkFolder();
        var run = await Terminal.ShowAsync(async progress =>
        {
            // One run of the real tests, and two in a worker: a test has to pass in all three to count.
            using var target = await OpenTarget.OpenAsync(source, settings, work, baselineRuns: 1, parallel: 1, progress, cancellationToken);
            var importing = Task.Run(() => ReportImport.Of(StrykerReport.Read(parsed.GetValue(Report)!), parsed.GetValue(Root)!, source.Tree, target.Code), cancellationToken);
            await using var proving = await FastProving.OpenAsync(target, settings, work, cancellationToken);
            return new FastRun(await proving.JudgeAsync((await importing).Mutants, cancellationToken), proving.Notes, phases.Times, RuntimeCost.Now());
        });
        await File.WriteAllTextAsync(parsed.GetValue(Output)!, Json.ToText(run), cancellationToken);
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(run) : $"{run.Verdicts.Count} verdicts\n{PhaseText.Render(run.Phases)}{run.Runtime}\n");
        return (int)ExitCode.Done;
    }
}
