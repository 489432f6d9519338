using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>The steps of a transcript as they come: a tool's call and its result are two events and become one entry.</summary>
internal sealed class Steps
{
    private readonly List<TranscriptEntry> entries = [];
    private readonly Dictionary<string, int> calls = new(StringComparer.Ordinal);

    /// <summary>The folder it works in; paths inside are given relative to it.</summary>
    public string Folder { get; set; } = "";

    public IReadOnlyList<TranscriptEntry> Entries => entries;

    public string? LastMessage => entries.FindLast(entry => entry.Kind == EntryKind.Message)?.Text;

    public void Message(string text) => Add(EntryKind.Message, text);

    public void Reasoning(string text) => Add(EntryKind.Reasoning, text);

    /// <summary>A part of a message that comes in pieces.</summary>
    public void MessagePart(string text)
    {
        if (entries is [.., { Kind: EntryKind.Message } last])
            entries[^1] = last with { Text = last.Text + text };
        else
            Message(text);
    }

    /// <summary>A tool's call.</summary>
    /// <param name="id">What its result will be known by.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="text">The command line, the edited path, or the tool's name.</param>
    /// <param name="input">What it was given.</param>
    public void Call(string? id, EntryKind kind, string tool, string text, JsonElement input)
    {
        var entry = new TranscriptEntry(kind, kind == EntryKind.Edit ? Relative(text) : text, null, null)
        {
            Tool = tool,
            Input = input.ValueKind == JsonValueKind.Undefined ? null : input.GetRawText(),
        };
        if (id is not null && calls.TryGetValue(id, out var known))
        {
            entries[known] = entry with { Output = entries[known].Output, Failed = entries[known].Failed, ExitCode = entries[known].ExitCode };
            return;
        }

        if (id is not null)
            calls[id] = entries.Count;
        entries.Add(entry);
    }

    /// <summary>A call's result; one whose call was never seen is passed over.</summary>
    public void Result(string? id, string? output, bool failed, int? exitCode = null)
    {
        if (id is not null && calls.TryGetValue(id, out var index))
            entries[index] = entries[index] with { Output = output, Failed = failed, ExitCode = exitCode };
    }

    /// <summary>Whether a call of this id was seen.</summary>
    public bool Knows(string? id) => id is not null && calls.ContainsKey(id);

    /// <summary>Whether a call of this id is a command.</summary>
    public bool IsCommand(string? id) => id is not null && calls.TryGetValue(id, out var index) && entries[index].Kind == EntryKind.Command;

    /// <summary>The tool of a call.</summary>
    public string? ToolOf(string? id) => id is not null && calls.TryGetValue(id, out var index) ? entries[index].Tool : null;

    /// <summary>Replaces the call of an edit by the files that it turned out to have changed.</summary>
    public void EditedFiles(string? id, IReadOnlyList<string> paths)
    {
        if (id is null || paths.Count == 0 || !calls.TryGetValue(id, out var index))
            return;
        entries[index] = entries[index] with { Kind = EntryKind.Edit, Text = Relative(paths[0]) };
        entries.AddRange(paths.Skip(1).Select(path => entries[index] with { Text = Relative(path) }));
    }

    /// <summary>A path as it is called inside the workspace.</summary>
    public string Relative(string path)
    {
        var folder = Folder.Replace('\\', '/').TrimEnd('/') + "/";
        path = path.Replace('\\', '/');
        return folder.Length > 1 && path.StartsWith(folder, StringComparison.Ordinal) ? path[folder.Length..] : path;
    }

    private void Add(EntryKind kind, string text)
    {
        if (text.Length > 0)
            entries.Add(new(kind, text, null, null));
    }
}
