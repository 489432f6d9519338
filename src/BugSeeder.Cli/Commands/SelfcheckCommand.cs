using System.CommandLine;
using BugSeeder.Assisting;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder selfcheck</c>: proves the instrument on a target before money is spent.</summary>
internal static class SelfcheckCommand
{
    public static Command Create()
    {
        var command = new Command("selfcheck", "Runs the reference assistants, whose scores are known beforehand, on this target, and says whether the instrument can be trusted here.");
        foreach (var option in RunOptions.All.Where(option => option != RunOptions.Assistant))
            command.Add(option);
        command.Add(Options.Json);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = RunOptions.Request(parsed, [.. Assistants.References.Order(StringComparer.Ordinal)]);
        var report = await Terminal.ShowAsync(progress => RunPipeline.RunAsync(request, null, TimeProvider.System, progress, cancellationToken));
        var page = await ReportFiles.WriteAsync(report, new TargetStore(request.Target).Run(report.Run.Id), cancellationToken);
        var checks = Selfcheck.Check(report);
        var trusted = checks.All(check => check.Holds);
        if (parsed.GetValue(Options.Json))
            Console.Out.Write(Json.ToText(new { trusted, checks, run = report.Run.Id }));
        else
            Print(checks, trusted, report.Run.Bugs.Count, report.Run.Controls.Count + report.Run.Refactors.Count);
        Console.Error.WriteLine($"report: {page}");
        return (int)(trusted ? ExitCode.Done : ExitCode.SelfcheckFailed);
    }

    private static void Print(IReadOnlyList<Expectation> checks, bool trusted, int bugs, int controls)
    {
        foreach (var check in checks)
        {
            var found = string.Join(", ", check.Found.Select(arm => $"{arm.Key} {(arm.Value is { } value ? value.ToString("P0") : "not observable")}"));
            Console.Out.WriteLine($"{(check.Holds ? "ok    " : "FAILED")}  {check.Words}{(check.Holds ? "" : $", but it is: {found}")}");
        }

        Console.Out.WriteLine(trusted
            ? $"The instrument can be trusted on this target: on {bugs} bugs and {controls} clean controls every reference assistant got the scores that are known for it."
            : "Do not trust the instrument on this target: a reference assistant got other scores than are known for it. The report shows which trials.");
    }
}
