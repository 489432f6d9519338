using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Assistants.Adapters;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>Assistants for tests.</summary>
internal static class Made
{
    public static IAssistant Claude(AssistantSettings settings) => new CommandLineAssistant(new ClaudeCodeAdapter(settings));

    public static IAssistant Command(IReadOnlyList<string> arguments, string? program = null, bool standardInput = false, IReadOnlyDictionary<string, string>? environment = null, string name = "mine") =>
        new CommandLineAssistant(new CommandAdapter(new(name, "command")
        {
            Command = [program ?? Peer.Path, .. arguments],
            StandardInput = standardInput,
            Environment = environment ?? new Dictionary<string, string>(),
        }));
}
