using System.CommandLine;
using BugSeeder.Bench.Tells;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>tells</c>: whether a statistical classifier can say which of two versions of a place is the planted one.</summary>
internal static class TellsVerb
{
    public static Command Create()
    {
        var command = new Command("tells", "Shows a classifier the original and the planted version of each bug's place, unlabelled, and says how often it finds the planted one.") { Options.Target, Options.Bank, Options.Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var target = parsed.GetValue(Options.Target)!;
        var bank = BugBank.Open(target, parsed.GetValue(Options.Bank));
        var report = TellReport.Of(TargetReader.Read(target).Tree, bank.Bugs.Select(bug => bug.Seed));
        if (parsed.GetValue(Options.Json))
        {
            Console.Out.Write(Json.ToText(new { bank.Name, bank.Hash, report.Layout, report.Naturalness }));
            return (int)ExitCode.Done;
        }

        Console.Out.WriteLine($"bank '{bank.Name}': {bank.Bugs.Count} bugs; 50 % is chance");
        Print("layout", report.Layout);
        Print("naturalness of tokens", report.Naturalness);
        return (int)ExitCode.Done;
    }

    /// <summary>Prints how often a classifier was right, and what it went by.</summary>
    public static void Print(string what, TellResult result)
    {
        Console.Out.WriteLine($"{what}: {100 * result.Share:0} % right [{100 * result.Low:0}–{100 * result.High:0}], n {result.Places}, {result.Undecided} look the same; {(result.IsAtChance ? "chance explains it" : "more than chance explains")}");
        foreach (var (feature, weight) in result.Weights.Take(5))
            Console.Out.WriteLine($"  {weight,6:+0.00;-0.00}  {feature}");
    }
}
