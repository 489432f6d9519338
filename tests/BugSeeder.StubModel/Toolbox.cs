using System.Text.Json.Nodes;

namespace BugSeeder.StubModel;

/// <summary>Turns steps into calls of the tools that an assistant offers; every assistant has other names and other inputs for the same thing.</summary>
/// <param name="offered">The names of the offered tools.</param>
/// <param name="folder">The assistant's working directory.</param>
internal sealed class Toolbox(IReadOnlySet<string> offered, string folder)
{
    /// <summary>The calls that a step takes: where an edit must be preceded by reading, these are two.</summary>
    public IReadOnlyList<StubCall> CallsOf(StubStep step) => step switch
    {
        { Tool: { } tool } => [new(tool, Placed(step.Input ?? new JsonObject()))],
        { Edit: { } edit } => Edit(edit),
        { Run: { } command } => [Run(command)],
        _ => [],
    };

    /// <summary>A call of the shell.</summary>
    public StubCall Run(string command) => First("Bash", "bash", "run_shell_command", "exec_command", "shell_command", "shell") switch
    {
        "exec_command" => new("exec_command", new JsonObject { ["cmd"] = command }),
        "shell" => new("shell", new JsonObject { ["command"] = new JsonArray("bash", "-lc", command) }),
        "run_shell_command" => new("run_shell_command", new JsonObject { ["command"] = command, ["description"] = "run", ["is_background"] = false }),
        { } tool => new(tool, new JsonObject { ["command"] = command, ["description"] = "run" }),
        null => new("none", new JsonObject()),
    };

    private IReadOnlyList<StubCall> Edit(StubEdit edit)
    {
        var path = $"{folder.TrimEnd('/')}/{edit.File}";
        if (Has("Read", "Edit"))
            return [new("Read", new JsonObject { ["file_path"] = path }), new("Edit", new JsonObject { ["file_path"] = path, ["old_string"] = edit.Old, ["new_string"] = edit.New })];
        if (Has("read_file", "replace"))
            return [new("read_file", new JsonObject { ["file_path"] = path }), new("replace", new JsonObject { ["file_path"] = path, ["old_string"] = edit.Old, ["new_string"] = edit.New, ["instruction"] = "put it right" })];
        if (Has("read", "edit"))
            return [new("read", new JsonObject { ["filePath"] = path }), new("edit", new JsonObject { ["filePath"] = path, ["oldString"] = edit.Old, ["newString"] = edit.New })];
        if (Has("view", "edit"))
            return [new("view", new JsonObject { ["path"] = path }), new("edit", new JsonObject { ["path"] = path, ["old_str"] = edit.Old, ["new_str"] = edit.New })];
        // Codex understands a patch that is given to its shell.
        return [Run($"apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: {edit.File}\n@@\n{Lines('-', edit.Old)}{Lines('+', edit.New)}*** End Patch\nEOF\n")];
    }

    private static string Lines(char sign, string text) => string.Concat(text.Split('\n').Select(line => $"{sign}{line}\n"));

    private bool Has(params string[] tools) => tools.All(offered.Contains);

    private string? First(params string[] tools) => tools.FirstOrDefault(offered.Contains);

    /// <summary>The input with the assistant's working directory filled in.</summary>
    private JsonNode Placed(JsonNode input) => JsonNode.Parse(input.ToJsonString().Replace("{cwd}", folder, StringComparison.Ordinal))!;
}
