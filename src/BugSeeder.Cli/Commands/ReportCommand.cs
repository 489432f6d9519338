using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Pipeline;
using BugSeeder.Reports;
using BugSeeder.Storage;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder report</c>: grades a run again from what is on disk.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string?> Run = new("RUN") { Description = "The run's id (default: the latest).", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string> Format = new("--format") { Description = "What goes to standard output: text (default), markdown or json. The files are written in any case.", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };

    private static readonly Option<bool> Unseal = new("--unseal") { Description = "Show bugs of the sealed half one by one too. Whoever reads them can write a spec to them, and its figure on them then says nothing." };

    public static Command Create()
    {
        var command = new Command("report", "Grades a run again from what is on disk and writes its report: HTML, Markdown and JSON.") { Run, Options.Target, Format, Unseal, Options.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var store = new TargetStore(parsed.GetValue(Options.Target)!);
        var id = parsed.GetValue(Run) ?? (store.Runs is [.., var latest] ? latest : throw new UserError("The target has no run.", "Start one with `bugseeder run`."));
        var folder = new RunFolder(store.Run(id));
        var report = RunReports.Read(folder, store, parsed.GetValue(Unseal));
        var page = await ReportFiles.WriteAsync(report, folder.Path, cancellationToken);
        Console.Out.Write((parsed.GetValue(Options.Json) ? "json" : parsed.GetValue(Format)) switch
        {
            "text" => TextSummary.Render(report),
            "markdown" => MarkdownReport.Render(report),
            "json" => JsonReport.Render(report),
            var other => throw new UserError($"There is no format '{other}'.", "Choose text, markdown or json."),
        });
        Console.Error.WriteLine($"report: {page}");
        return (int)ExitCode.Done;
    }
}
