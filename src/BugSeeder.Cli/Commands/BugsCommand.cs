using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder bugs</c>: lists, shows, applies and adds bugs of a bank.</summary>
internal static class BugsCommand
{
    private static readonly Argument<string> Bug = new("BUG") { Description = "The bug's id, or an unambiguous beginning of it." };
    private static readonly Argument<string> Patch = new("PATCH") { Description = "A unified diff, as `git diff` prints it, that plants the bug." };
    private static readonly Option<string?> To = new("--to") { Description = "Write a copy of the target with the bug planted into this new folder, and leave the target alone.", HelpName = "DIR" };
    private static readonly Option<bool> Undo = new("--undo") { Description = "Take the bug out again." };
    private static readonly Option<BugClass> Class = new("--class") { Description = "What kind of slip it is.", DefaultValueFactory = _ => BugClass.WrongReference, HelpName = "CLASS" };
    private static readonly Option<string?> Mistake = new("--mistake") { Description = "The mistake in one sentence.", HelpName = "TEXT" };

    private static readonly Option<bool> Stats = new("--stats") { Description = "What the bank is made of against what its mix wants, what each mutator yielded, and which seeds no test notices." };

    public static Command Create()
    {
        var list = new Command("list", "Lists the bugs of a bank, the hardest last, or counts them.") { Options.Target, Options.Bank, Stats, Options.Json };
        list.SetAction(parsed => List(parsed));
        var show = new Command("show", "Shows a bug: its mistake, its place, its witnesses and its diff.") { Bug, Options.Target, Options.Bank, Options.Json };
        show.SetAction(parsed => Show(parsed));
        var apply = new Command("apply", "Plants a bug in the target's working tree, or takes it out again.") { Bug, Options.Target, Options.Bank, To, Undo };
        apply.SetAction(parsed => Apply(parsed));
        var add = new Command("add", "Proves a bug that was planted by hand like any other, and adds it to a bank.") { Patch, Options.Target, Options.Config, Options.Property, Options.Bank, Class, Mistake, Options.Parallel, Options.Json };
        add.SetAction(AddAsync);
        return new Command("bugs", "Lists, shows, applies and adds bugs of a bank.") { list, show, apply, add };
    }

    private static int List(ParseResult parsed)
    {
        var target = parsed.GetValue(Options.Target)!;
        var bank = BugBank.Open(target, parsed.GetValue(Options.Bank));
        if (parsed.GetValue(Stats))
            return BankStatisticsText.Print(bank, BugBank.StatisticsOf(target, bank), parsed.GetValue(Options.Json));
        var tried = BugBank.DifficultyFromRuns(target, bank);
        if (parsed.GetValue(Options.Json))
        {
            Console.Out.Write(Json.ToText(new { bank.Name, bank.Hash, bank.Bank, bank.Bugs, DifficultyFromTrials = tried }));
            return (int)ExitCode.Done;
        }

        Console.Out.WriteLine($"bank '{bank.Name}': {bank.Bugs.Count} bugs in {bank.Bank.Target.Name}, of {bank.Bank.Judged} seeds judged and {bank.Bank.Proposed} proposed");
        Console.Out.WriteLine($"  difficulty from 0 to 1, {(tried.Count == 0 ? "as the signs predict it" : "as predicted, and as trials show it (in brackets)")}");
        foreach (var bug in bank.Bugs.OrderBy(bug => tried.GetValueOrDefault(bug.Id, bug.Difficulty?.Value ?? 0)).ThenBy(bug => bug.Id, StringComparer.Ordinal))
        {
            var difficulty = $"{bug.Difficulty?.Value,4:0.00}{(tried.TryGetValue(bug.Id, out var found) ? $" ({found:0.00})" : "")}";
            Console.Out.WriteLine($"  {bug.Id}  {difficulty}  {bug.Seed.Class,-15} {bug.Seed.Shape,-13} {bug.Witnesses.Count,3} witness(es)  {bug.Seed.Place.File}:{bug.Seed.Place.Line}  {bug.Seed.Mistake}");
        }

        return (int)ExitCode.Done;
    }

    private static int Show(ParseResult parsed)
    {
        var target = parsed.GetValue(Options.Target)!;
        var bank = BugBank.Open(target, parsed.GetValue(Options.Bank));
        var bug = bank.Find(parsed.GetValue(Bug)!);
        if (parsed.GetValue(Options.Json))
        {
            Console.Out.Write(Json.ToText(bug));
            return (int)ExitCode.Done;
        }

        Console.Out.WriteLine($"{bug.Id}: {bug.Seed.Mistake}");
        Console.Out.WriteLine($"class {bug.Seed.Class}, by {bug.Seed.Mutator} ({bug.Seed.Source}), in {bug.Seed.Place.Member} ({bug.Seed.Place.File}:{bug.Seed.Place.Line})");
        foreach (var place in bug.Seed.Places?.Skip(1) ?? [])
            Console.Out.WriteLine($"and in {place.Member} ({place.File}:{place.Line})");
        if (bug.Seed.Provenance is { } past)
            Console.Out.WriteLine($"mended once in commit {past.Commit[..10]}: {past.Message.Split('\n')[0].Trim()}");
        if (bug.Difficulty is { } difficulty)
            Console.Out.WriteLine($"difficulty {difficulty.Value:0.00}: {difficulty.Hunks} hunk(s); {bug.Witnesses.Count} of {difficulty.Reaching} tests that reach it fail; {(difficulty.Distance is { } calls ? $"{calls} call(s) from the nearest" : "no path of calls is known")}");
        foreach (var (witness, failure) in bug.Witnesses.Zip(bug.Failures))
            Console.Out.WriteLine($"witness: {witness}{(failure.Length > 0 ? $"\n         {failure}" : "")}");
        foreach (var hidden in bug.HiddenTests)
            Console.Out.WriteLine($"hidden with them: {hidden}");
        Console.Out.WriteLine();
        Console.Out.Write(BugBank.PatchOf(target, bank, bug));
        return (int)ExitCode.Done;
    }

    private static int Apply(ParseResult parsed)
    {
        var target = parsed.GetValue(Options.Target)!;
        var bank = BugBank.Open(target, parsed.GetValue(Options.Bank));
        var bug = bank.Find(parsed.GetValue(Bug)!);
        if (parsed.GetValue(To) is { } folder)
        {
            BugBank.Copy(target, bug, folder);
            Console.Out.WriteLine($"{bug.Id} is planted in a copy of the target: {Path.GetFullPath(folder)}");
            return (int)ExitCode.Done;
        }

        var undo = parsed.GetValue(Undo);
        BugBank.Apply(target, bug, undo);
        Console.Out.WriteLine(undo
            ? $"{bug.Id} is taken out of {bug.Seed.Place.File} again"
            : $"{bug.Id} is planted in {bug.Seed.Place.File}:{bug.Seed.Place.Line}; take it out with: bugseeder bugs apply {bug.Id} --undo");
        return (int)ExitCode.Done;
    }

    private static async Task<int> AddAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Options.Configuration(parsed);
        var request = new AddRequest(
            parsed.GetValue(Options.Target)!, Options.TargetSettings(parsed, configuration), parsed.GetValue(Options.Bank), parsed.GetValue(Patch)!,
            parsed.GetValue(Class), parsed.GetValue(Mistake) ?? "A bug planted by hand.", Options.ParallelOf(parsed, configuration));
        var bug = await Terminal.ShowAsync(progress => BugBank.AddAsync(request, progress, cancellationToken));
        Console.Out.WriteLine(parsed.GetValue(Options.Json) ? Json.ToText(bug).TrimEnd() : $"{bug.Id} is a bug: {bug.Witnesses.Count} witness(es), such as {bug.Witnesses[0]}. It is in the bank now.");
        return (int)ExitCode.Done;
    }
}
