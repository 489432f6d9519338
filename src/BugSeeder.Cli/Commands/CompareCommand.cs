using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Comparisons;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Reports;
using BugSeeder.Storage;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder compare</c>: says whether one run is better than another.</summary>
internal static class CompareCommand
{
    private static readonly Argument<string> First = new("A") { Description = "A run's id, or RUN:ASSISTANT:BRIEFING for one arm of it." };
    private static readonly Argument<string> Second = new("B") { Description = "The run to compare with it; it may be the same with another arm." };

    public static Command Create()
    {
        var command = new Command("compare", "Compares two runs bug by bug: spec with spec, assistant with assistant, version with version.") { First, Second, Options.Target, Options.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetValue(Options.Target)!;
        var comparisons = Comparisons.Of(target, parsed.GetValue(First)!, parsed.GetValue(Second)!);
        var page = await WriteAsync(new TargetStore(target).Run(comparisons[0].Second.Run), comparisons, cancellationToken);
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(new { Json.SchemaVersion, Comparisons = comparisons }) : ComparisonReport.Text(comparisons));
        Console.Error.WriteLine($"report: {page}");
        return (int)ExitCode.Done;
    }

    private static async Task<string> WriteAsync(string folder, IReadOnlyList<Comparison> comparisons, CancellationToken cancellationToken)
    {
        var name = Path.Combine(folder, $"compare-{comparisons[0].First.Run}");
        await File.WriteAllTextAsync(name + ".html", await ComparisonReport.HtmlAsync(comparisons, cancellationToken), cancellationToken);
        await File.WriteAllTextAsync(name + ".md", ComparisonReport.Markdown(comparisons), cancellationToken);
        await File.WriteAllTextAsync(name + ".json", Json.ToText(new { Json.SchemaVersion, Comparisons = comparisons }), cancellationToken);
        return name + ".html";
    }
}
