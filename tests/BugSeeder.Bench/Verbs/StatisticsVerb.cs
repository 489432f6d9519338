using System.CommandLine;
using System.Diagnostics;
using BugSeeder.Bench.Statistics;
using BugSeeder.Model;
using BugSeeder.Model.Text;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>statistics</c>: whether intervals, verdicts and section labels are as good as they say, on assistants whose abilities are known.</summary>
internal static class StatisticsVerb
{
    private static readonly Option<int> Runs = new("--runs") { Description = "How many simulated runs each cell has.", DefaultValueFactory = _ => 2000 };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print the figures as JSON." };

    public static Command Create()
    {
        var command = new Command("statistics", "Simulates runs of assistants with known abilities, and says how often intervals hold, verdicts err, and planted effects are found.") { Runs, AsJson };
        command.SetAction(parsed =>
        {
            var figures = Measure(Math.Max(8, parsed.GetValue(Runs)));
            Console.Out.Write(parsed.GetValue(AsJson) ? Json.ToText(figures) : StatisticsPage.Render(figures));
            return (int)ExitCode.Done;
        });
        return command;
    }

    private static StatisticsFigures Measure(int runs)
    {
        var clock = Stopwatch.StartNew();
        var cells = CoverageStudy.Run(runs);
        var atTheEnd = ErrorStudy.AtTheEnd(runs);
        var early = ErrorStudy.Early(runs);
        var needs = PowerStudy.Run(runs);
        var sections = SectionStudy.Run(Math.Max(8, runs / 20));
        return StatisticsFigures.Of(runs, cells, atTheEnd, early, needs, sections, Math.Round(clock.Elapsed.TotalSeconds, 1));
    }
}
