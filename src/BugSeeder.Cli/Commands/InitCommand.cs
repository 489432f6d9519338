using System.CommandLine;
using BugSeeder.Configuration;
using BugSeeder.Execution.Git;
using BugSeeder.Model;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder init</c>: writes a commented configuration.</summary>
internal static class InitCommand
{
    private static readonly Option<bool> Force = new("--force") { Description = "Replace an existing bugseeder.yml." };

    public static Command Create()
    {
        var command = new Command("init", "Finds the solution, the tests, the specs and the assistants, and writes a commented bugseeder.yml.") { Options.Target, Force };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var target = parsed.GetValue(Options.Target)!;
        var file = Path.Combine(target, TargetReader.ConfigurationFile);
        if (File.Exists(file) && !parsed.GetValue(Force))
            throw new UserError($"'{file}' exists already.", "Edit it, or replace it with --force.");
        var found = await Survey.OfAsync(target, cancellationToken);
        await File.WriteAllTextAsync(file, ConfigurationTemplate.Render(found), cancellationToken);
        Console.Out.WriteLine($"solution:   {found.Solution ?? "none in the top folder; every project of the target is looked at"}");
        Console.Out.WriteLine($"tests:      {Listed(found.TestProjects, "none found by name; MSBuild is asked when the target is built")}");
        Console.Out.WriteLine($"specs:      {Listed(found.Specs, "none found; name yours under `specs`")}");
        Console.Out.WriteLine($"assistants: {Listed(found.Assistants, "none found; oracle and noop work without one")}");
        Console.Out.WriteLine($"written:    {file}");
        Console.Out.WriteLine("next:       bugseeder seed, then bugseeder selfcheck, then bugseeder run --plan");
        return (int)ExitCode.Done;
    }

    private static string Listed(IReadOnlyList<string> items, string none) => items.Count == 0 ? none : string.Join(", ", items);
}
