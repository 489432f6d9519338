using System.CommandLine;
using BugSeeder.Bench.Proving;
using BugSeeder.Bench.Stryker;
using BugSeeder.Cli;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>proving</c>: fast proving and Stryker.NET side by side.</summary>
internal static class ProvingVerb
{
    private static readonly Option<int> Rounds = new("--rounds", "-r") { Description = "How often each is run, in turn.", DefaultValueFactory = _ => 3, HelpName = "N" };
    private static readonly Option<int> Mutants = new("--mutants", "-n") { Description = "About how many of Stryker's mutants are judged; whole files are chosen.", DefaultValueFactory = _ => 450, HelpName = "N" };
    private static readonly Option<string?> Store = new("--store") { Description = "A folder where Stryker's results are kept and taken from, round by round. For development: such rounds were not run in turn.", HelpName = "DIR" };

    public static Command Create()
    {
        var command = new Command("proving", "Runs BugSeeder's fast proving and Stryker.NET on the same mutants, in turn, and settles every disagreement by the real build and tests.")
        {
            Options.Target, Options.Config, Options.Property, Rounds, Mutants, BenchOptions.Files, BenchOptions.Seed, Store, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = BenchTarget.Settings(parsed);
        var source = TargetReader.Read(parsed.GetValue(Options.Target)!);
        using var work = new WorkFolder();
        var report = await Terminal.ShowAsync(async progress =>
        {
            using var target = await OpenTarget.OpenAsync(source, settings, work, baselineRuns: 3, Environment.ProcessorCount, progress, cancellationToken);
            var files = parsed.GetValue(BenchOptions.Files) is { Length: > 0 } named ? named : FileChoice.Of(target.Code, Options.Positive(parsed.GetValue(Mutants), "--mutants"), parsed.GetValue(BenchOptions.Seed), cancellationToken);
            if (files.FirstOrDefault(file => !target.Code.IsProductSource(file)) is { } unknown)
                throw new UserError($"'{unknown}' is no product file of the target.", "Give paths relative to the target, with forward slashes, of files that the tests' projects use.");
            var tool = new StrykerTool(source.Tree, target.Judge.Layout, settings, files, work.Path, parsed.GetValue(Store) is { } store ? Path.GetFullPath(store) : null);
            return await new SideBySide(target, tool, BenchTarget.Arguments(parsed), work.Path, progress).RunAsync(files, Options.Positive(parsed.GetValue(Rounds), "--rounds", largest: 100), cancellationToken);
        });
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(report) : ProvingText.Render(report));
        return (int)ExitCode.Done;
    }
}
