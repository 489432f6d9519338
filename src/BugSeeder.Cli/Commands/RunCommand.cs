using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;
using BugSeeder.Reports;
using BugSeeder.Storage;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder run</c>: lets assistants work on a bank's bugs and grades what comes back.</summary>
internal static class RunCommand
{
    private static readonly Option<bool> Plan = new("--plan") { Description = "Print how many trials it comes to and what they can show, and stop." };
    private static readonly Option<string?> Resume = new("--resume") { Description = "Go on with a run that was stopped (the latest, unless its id is given): only what is missing is run, and everything is as it was started.", HelpName = "RUN", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        var command = new Command("run", "Hands each bug and control, with and without the spec, to each assistant, scores what comes back, and writes the report.");
        foreach (var option in RunOptions.All)
            command.Add(option);
        command.Add(Plan);
        command.Add(Resume);
        command.Add(Options.Json);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var resume = parsed.GetResult(Resume) is null ? null : parsed.GetValue(Resume) ?? Latest(parsed.GetValue(Options.Target)!);
        var request = resume is null ? RunOptions.Request(parsed) : RunOptions.RequestOf(new RunFolder(new TargetStore(parsed.GetValue(Options.Target)!).Run(resume)).Read(), parsed);
        if (parsed.GetValue(Plan))
        {
            Print(RunPipeline.Plan(request), parsed.GetValue(Options.Json));
            return (int)ExitCode.Done;
        }

        var report = await Terminal.ShowAsync(progress => RunPipeline.RunAsync(request, resume, TimeProvider.System, progress, cancellationToken));
        var files = await ReportFiles.WriteAsync(report, new TargetStore(request.Target).Run(report.Run.Id), cancellationToken);
        Console.Out.Write(parsed.GetValue(Options.Json) ? JsonReport.Render(report) : TextSummary.Render(report));
        Console.Error.WriteLine($"report: {files}");
        return (int)(report.Trials.Count < report.Planned ? ExitCode.BudgetUsedUp : ExitCode.Done);
    }

    private static string Latest(string target) => new TargetStore(target).Runs is [.., var latest] ? latest : throw new UserError("There is no run to go on with.", "Start one with `bugseeder run`.");

    private static void Print(RunPlan plan, bool json)
    {
        if (json)
        {
            Console.Out.Write(Json.ToText(plan));
            return;
        }

        Console.Out.WriteLine($"{plan.Trials} trials: {plan.Bugs} bugs and {plan.Controls} controls, under {string.Join(", ", plan.Briefings)}, by {string.Join(", ", plan.Assistants)}");
        if (plan.AblationTrials > 0)
            Console.Out.WriteLine($"{(plan.AblationIsAtMost ? "at most " : "")}{plan.AblationTrials} of them leave parts of the spec out{(plan.AblationIsAtMost ? "; `bugseeder spec trace` makes that number exact" : "")}");
        Console.Out.WriteLine(plan.SmallestEffect is { } effect
            ? $"smallest difference of clean-fix rates that it shows (80 % power, paired): about {effect} points"
            : "it cannot show a difference between two arms: too few bugs");
        Console.Out.WriteLine($"at most {plan.LongestHours:0.#} hours{(plan.LargestCostUsd is { } cost ? $" and {cost:0.00} US dollars" : "; no budget of money is set (--max-cost, or --budget for the whole run)")}");
        var expected = new[] { plan.ExpectedHours is { } hours ? $"{hours:0.#} hours" : null, plan.ExpectedCostUsd is { } money ? $"{money:0.00} US dollars" : null }.OfType<string>().ToList();
        Console.Out.WriteLine($"expected{(expected.Count > 0 ? $": {string.Join(" and ", expected)}," : " time and cost are")} {plan.ExpectedFrom}");
    }
}
