using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants;

/// <summary>The steps in Claude Code's stream: a tool's call and its result come in two events and become one entry.</summary>
internal sealed class ClaudeCodeSteps
{
    private readonly List<TranscriptEntry> entries = [];
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>The folder it works in; paths inside are given relative to it.</summary>
    public string Folder { get; set; } = "";

    public IReadOnlyList<TranscriptEntry> Entries => entries;

    public string? LastMessage => entries.FindLast(entry => entry.Kind == EntryKind.Message)?.Text;

    public void Message(JsonElement json)
    {
        foreach (var block in json.Field("message").Items("content"))
        {
            switch (block.Text("type"))
            {
                case "text":
                    entries.Add(new(EntryKind.Message, block.Text("text") ?? "", null, null));
                    break;
                case "thinking":
                    entries.Add(new(EntryKind.Reasoning, block.Text("thinking") ?? "", null, null));
                    break;
                case "tool_use":
                    Call(block);
                    break;
            }
        }
    }

    public void Results(JsonElement json)
    {
        var details = json.Field("tool_use_result");
        foreach (var block in json.Field("message").Items("content"))
        {
            if (block.Text("type") != "tool_result" || block.Text("tool_use_id") is not { } id || !calls.TryGetValue(id, out var index))
                continue;
            var failed = block.Flag("is_error");
            var output = (failed ? null : Patch(details)) ?? Content(block);
            entries[index] = entries[index] with { Output = output, Failed = failed };
        }
    }

    private void Call(JsonElement block)
    {
        var input = block.Field("input");
        var tool = block.Text("name") ?? "";
        if (block.Text("id") is { } id)
            calls[id] = entries.Count;
        entries.Add(tool switch
        {
            "Bash" => new(EntryKind.Command, input.Text("command") ?? "", null, null),
            "Edit" or "Write" or "MultiEdit" or "NotebookEdit" => new(EntryKind.Edit, Relative(input.Text("file_path") ?? input.Text("notebook_path") ?? ""), null, null),
            _ => new(EntryKind.ToolCall, tool, null, null),
        });
    }

    private string Relative(string path)
    {
        var folder = Folder.Replace('\\', '/').TrimEnd('/') + "/";
        path = path.Replace('\\', '/');
        return folder.Length > 1 && path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }

    /// <summary>A tool's result is a string, or a list of blocks of which the texts count.</summary>
    private static string? Content(JsonElement block) => block.Text("content") ?? (block.Items("content").ToList() is { Count: > 0 } parts
        ? string.Join('\n', parts.Select(part => part.Text("text")).OfType<string>())
        : null);

    /// <summary>What an edit changed, as the lines of a patch; <see langword="null"/> when this is no edit's result.</summary>
    private static string? Patch(JsonElement details)
    {
        var hunks = details.Items("structuredPatch").ToList();
        return hunks.Count == 0
            ? null
            : string.Join('\n', hunks.SelectMany(hunk => hunk.Items("lines")).Select(line => line.AsText()).OfType<string>());
    }
}
