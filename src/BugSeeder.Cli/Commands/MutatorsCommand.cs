using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Mutators;
using BugSeeder.Seeding;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder mutators</c>: lists the catalogue, and tries packs.</summary>
internal static class MutatorsCommand
{
    private static readonly Option<string?> Source = new("--source") { Description = "Only those of this source: own, stryker or pack.", HelpName = "SOURCE" };
    private static readonly Option<string[]> Packs = new("--pack") { Description = "A file with a pack of your own, listed beside the others; may be repeated.", HelpName = "FILE" };
    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Print the catalogue page, mutators/CATALOGUE.md." };
    private static readonly Argument<string> FileOfPack = new("FILE") { Description = "A YAML file with a pack." };

    public static Command Create()
    {
        var command = new Command("mutators", "Lists the mistakes that can be planted.") { Source, Packs, Markdown, Options.Json };
        command.SetAction(List);
        var test = new Command("test", "Runs the examples of a pack, and says where one does not hold.") { FileOfPack, Options.Json };
        test.SetAction((parsed, cancellationToken) => Task.FromResult(Test(parsed, cancellationToken)));
        command.Subcommands.Add(test);
        return command;
    }

    private static int List(ParseResult parsed)
    {
        if (parsed.GetValue(Markdown))
        {
            Console.Out.Write(CataloguePage.Render());
            return (int)ExitCode.Done;
        }

        SeedSource? wanted = SeedCommand.SourceOf(parsed.GetValue(Source));
        var cards = CataloguePage.EntriesWith(PackFiles.WithShipped(parsed.GetValue(Packs) ?? [])).Where(entry => wanted is null || entry.Source == wanted).ToList();
        if (parsed.GetValue(Options.Json))
        {
            Console.Out.Write(Json.ToText(cards));
            return (int)ExitCode.Done;
        }

        var width = cards.Max(card => card.Id.Length);
        foreach (var group in cards.GroupBy(card => card.Class).OrderBy(group => group.Key))
        {
            Console.Out.WriteLine($"{group.Key}");
            foreach (var card in group)
                Console.Out.WriteLine($"  {card.Id.PadRight(width)}  {card.Mistake}");
        }

        int Count(SeedSource source) => cards.Count(card => card.Source == source);
        Console.Out.WriteLine($"{Count(SeedSource.BugSeeder)} of our own, {Count(SeedSource.Stryker)} of Stryker.NET's, {Count(SeedSource.Pack)} of packs");
        return (int)ExitCode.Done;
    }

    private static int Test(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(FileOfPack)!;
        var pack = PackFiles.Read(file);
        var failures = PackFiles.Test(pack, cancellationToken);
        if (parsed.GetValue(Options.Json))
            Console.Out.Write(Json.ToText(new { pack.Name, Rules = pack.Cards.Select(card => card.Id), Failures = failures }));
        else
            Console.Out.WriteLine(failures.Count == 0 ? $"{pack.Name}: {pack.Cards.Count()} rules, every example holds" : string.Join('\n', failures.Select(failure => $"{file}, line {failure.Line}: {failure.Rule}: {failure.Problem}")));
        return (int)(failures.Count == 0 ? ExitCode.Done : ExitCode.Usage);
    }
}
