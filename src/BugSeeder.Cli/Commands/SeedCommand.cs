using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Pipeline;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder seed</c>: makes a bank.</summary>
internal static class SeedCommand
{
    private static readonly Option<int?> Bugs = new("--bugs", "-n") { Description = "How many bugs the bank shall have (default 20).", HelpName = "N" };
    private static readonly Option<long?> Seed = new("--seed", "-s") { Description = "The number that sampling starts from (default 1): the same number makes the same bank.", HelpName = "NUMBER" };
    private static readonly Option<string?> Mix = new("--mix") { Description = "The shares of classes and shapes: realistic (default), even, or one-hunk, which combines nothing.", HelpName = "MIX" };
    private static readonly Option<string?> From = new("--from") { Description = "Where seeds come from: all (default), mutators, history (fixes of the target's own past, taken back), bugseeder or stryker.", HelpName = "SOURCE" };
    private static readonly Option<int> Commits = new("--commits") { Description = "How many commits of the past are looked at, at most.", DefaultValueFactory = _ => 5000, HelpName = "N" };
    private static readonly Option<bool> KeepComments = new("--keep-comments") { Description = "Whether comments and XML docs beside a bug stay, though they may state what is right (default true: people's bugs live beside right comments).", DefaultValueFactory = _ => true, HelpName = "true|false" };
    private static readonly Option<int> Limit = new("--limit") { Description = "How many seeds are judged at most.", DefaultValueFactory = _ => 2000, HelpName = "N" };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace a bank of this name that was made from other inputs." };
    private static readonly Option<bool> Fresh = new("--fresh") { Description = "Judge every seed again, also those that an earlier seeding of the same code has judged." };

    public static Command Create()
    {
        var command = new Command("seed", "Makes a bank: proposes mistakes all over the product code and keeps those that the target's own tests prove to be bugs.")
        {
            Options.Target, Options.Config, Options.Property, Options.Bank, Bugs, Seed, Mix, From, Commits, KeepComments, Limit, Options.Parallel, Force, Fresh, Options.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var configuration = Options.Configuration(parsed);
        var number = parsed.GetValue(Seed) ?? configuration.Seed.Number ?? 1;
        var request = new SeedRequest(
            parsed.GetValue(Options.Target)!,
            Options.TargetSettings(parsed, configuration),
            parsed.GetValue(Options.Bank) ?? $"seed-{number}",
            Options.Positive(parsed.GetValue(Bugs) ?? configuration.Seed.Bugs ?? 20, "--bugs"),
            number,
            MixOf(parsed.GetValue(Mix) ?? configuration.Seed.Mix ?? "realistic"),
            SourcesOf(parsed.GetValue(From) ?? "all"),
            Options.Positive(parsed.GetValue(Commits), "--commits"),
            parsed.GetValue(KeepComments),
            Options.Positive(parsed.GetValue(Limit), "--limit"),
            Options.ParallelOf(parsed, configuration),
            parsed.GetValue(Force),
            parsed.GetValue(Fresh));
        var bank = await Terminal.ShowAsync(progress => SeedPipeline.RunAsync(request, progress, cancellationToken));
        if (parsed.GetValue(Options.Json))
            Console.Out.Write(Json.ToText(new { bank.Name, bank.Hash, bank.Bank, bank.Bugs }));
        else
            Console.Out.WriteLine($"bank '{bank.Name}': {bank.Bugs.Count} bugs ({string.Join(", ", bank.Bank.Reached.Select(reached => $"{reached.Value} {reached.Key}"))}) of {bank.Bank.Judged} seeds judged and {bank.Bank.Proposed} proposed");
        return (int)ExitCode.Done;
    }

    private static Mix MixOf(string name) => Model.Bugs.Mix.Named.FirstOrDefault(mix => mix.Name == name)
        ?? throw new UserError($"There is no mix '{name}'.", $"Choose one of: {string.Join(", ", Model.Bugs.Mix.Named.Select(mix => mix.Name))}.");

    private static SeedSource[] SourcesOf(string name) => name switch
    {
        "all" => [SeedSource.BugSeeder, SeedSource.Stryker, SeedSource.History],
        "mutators" => [SeedSource.BugSeeder, SeedSource.Stryker],
        "history" => [SeedSource.History],
        "bugseeder" => [SeedSource.BugSeeder],
        "stryker" => [SeedSource.Stryker],
        _ => throw new UserError($"There is no source '{name}'.", "Choose all, mutators, history, bugseeder or stryker."),
    };

    internal static SeedSource? SourceOf(string? name) => name switch
    {
        null => null,
        "bugseeder" => SeedSource.BugSeeder,
        "stryker" => SeedSource.Stryker,
        _ => throw new UserError($"There is no source '{name}'.", "Choose bugseeder or stryker."),
    };
}
