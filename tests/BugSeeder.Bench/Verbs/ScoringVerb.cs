using System.CommandLine;
using BugSeeder.Assisting;
using BugSeeder.Bench.Scoring;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>scoring</c>: scoring in memory against clone, build and test.</summary>
internal static class ScoringVerb
{
    private static readonly Option<int> Timed = new("--timed", "-n") { Description = "How many trials are timed, each both ways.", DefaultValueFactory = _ => 12, HelpName = "N" };
    private static readonly Option<int> Bugs = new("--bugs") { Description = "How many bugs of the bank (default: all).", DefaultValueFactory = _ => int.MaxValue, HelpName = "N" };

    public static Command Create()
    {
        var command = new Command("scoring", "Scores the trials of all reference assistants in memory and by the real build: whether they agree, and how long a trial takes against clone, build and test.")
        {
            Options.Target, Options.Config, Options.Property, Options.Bank, Bugs, Timed, BenchOptions.Seed, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Options.Configuration(parsed);
        var folder = parsed.GetValue(Options.Target)!;
        var bank = RunSetup.FindBank(new TargetStore(Path.GetFullPath(folder)), parsed.GetValue(Options.Bank) ?? configuration.Run.Bank);
        var request = new RunRequest(
            folder, Options.TargetSettings(parsed, configuration), bank.Name,
            [.. Assistants.References.Order(StringComparer.Ordinal).Select(name => Assistants.Create(name, configuration))],
            [.. configuration.Specs.Select(path => Path.Combine(folder, path))], configuration.LeaveOut, configuration.MayChange,
            Bugs: Math.Min(bank.Bugs.Count, Options.Positive(parsed.GetValue(Bugs), "--bugs", int.MaxValue)), Controls: 0, Repetitions: 1, parsed.GetValue(BenchOptions.Seed),
            new AssistantLimits(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5), 1 << 24, null, null), Environment.ProcessorCount);
        var setup = RunSetup.Read(request);
        using var work = new WorkFolder();
        var report = await Terminal.ShowAsync(async progress =>
        {
            using var target = await OpenTarget.OpenAsync(setup.Source, request.Settings, work, baselineRuns: 1, request.Parallel, progress, cancellationToken);
            return await new ScoringBench(request, setup, target, work, progress).RunAsync(Options.Positive(parsed.GetValue(Timed), "--timed"), cancellationToken);
        });
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(report) : report.ToText());
        return (int)ExitCode.Done;
    }
}
