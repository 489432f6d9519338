using System.CommandLine;
using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Text;

namespace BugSeeder.Cli.Commands;

/// <summary><c>bugseeder transcript</c>: says what an assistant's output means, and why a trial was classed as it was.</summary>
internal static class TranscriptCommand
{
    private static readonly Argument<string> Assistant = new("ASSISTANT") { Description = "Whose output it is: claude, codex, gemini, opencode, copilot, aider, cursor-agent, goose or qwen." };
    private static readonly Argument<string> Output = new("STDOUT-FILE") { Description = "What it printed on standard output, such as stdout.log of a trial." };
    private static readonly Option<string?> Error = new("--stderr") { Description = "What it printed on standard error.", HelpName = "FILE" };
    private static readonly Option<int> Exit = new("--exit-code") { Description = "Its exit code (default 0). 124 means that its time ran out, as with the command timeout.", HelpName = "N" };
    private static readonly Option<string[]> Evidence = new("--evidence") { Description = "Another file that it left, such as Copilot's usage.json or Codex's journal; may be repeated.", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("transcript", "Reads what an assistant printed: outcome and why, final text, tokens, cost, turns, calls, commands, edits and errors.") { Assistant, Output, Error, Exit, Evidence, Options.Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var name = parsed.GetValue(Assistant)!;
        var kinds = Assistants.Catalogue.Kinds.Where(kind => kind.Understand is not null).ToList();
        var kind = kinds.FirstOrDefault(kind => kind.Name == name)
            ?? throw new UserError($"Nobody knows how to read the output of '{name}'.", $"Use one of: {string.Join(", ", kinds.Select(kind => kind.Name))}.");
        var output = AssistantOutput.Recorded(
            Read(parsed.GetValue(Output)!), parsed.GetValue(Error) is { } error ? Read(error) : [], parsed.GetValue(Exit),
            (parsed.GetValue(Evidence) ?? []).ToDictionary(file => file, Read, StringComparer.Ordinal));
        var understood = TranscriptView.Of(kind.Understand!(output));
        Console.Out.Write(parsed.GetValue(Options.Json) ? Json.ToText(understood) : understood.ToString());
        return (int)ExitCode.Done;
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"'{path}' cannot be read: {unreadable.Message}", "Name a file that an assistant's output was written to.");
        }
    }
}
