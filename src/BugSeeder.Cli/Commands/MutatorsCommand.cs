using System.CommandLine;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Mutators;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder mutators</c>: lists the catalogue.</summary>
internal static class MutatorsCommand
{
    private static readonly Option<string?> Source = new("--source") { Description = "Only those of this source: bugseeder or stryker.", HelpName = "SOURCE" };
    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Print the catalogue page, mutators/CATALOGUE.md." };

    public static Command Create()
    {
        var command = new Command("mutators", "Lists the mistakes that can be planted.") { Source, Markdown, Options.Json };
        command.SetAction(parsed => Run(parsed));
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(Markdown))
        {
            Console.Out.Write(CataloguePage.Render());
            return (int)ExitCode.Done;
        }

        SeedSource? wanted = SeedCommand.SourceOf(parsed.GetValue(Source));
        var cards = CataloguePage.Entries.Where(entry => wanted is null || entry.Source == wanted).ToList();
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

        Console.Out.WriteLine($"{cards.Count(card => card.Source == SeedSource.BugSeeder)} of our own, {cards.Count(card => card.Source == SeedSource.Stryker)} of Stryker.NET's");
        return (int)ExitCode.Done;
    }
}
