using System.CommandLine;

namespace BugSeeder.Cli.Commands;

internal static class BugsCommand
{
    public static Command Create() => new("bugs", "Lists, shows, applies and adds bugs of a bank.");
}
