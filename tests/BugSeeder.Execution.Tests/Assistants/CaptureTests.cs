using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>Every capture of the real command lines, as it was printed and in every way that pipes, versions and crashes may spoil it.</summary>
public sealed class CaptureTests
{
    private static readonly string[] Junk =
    [
        "warning: something", "", "\u001b[33mcoloured\u001b[0m", "{\"type\":\"from.the.future\",\"data\":{\"x\":[1,2,{}]}}", "{\"type\":7}", "{not json", "[1, 2, 3]", "null", "{}", "\"text\"",
        "{\"type\":null,\"part\":null,\"item\":null,\"data\":null,\"message\":null}",
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var (kind, name) in Captures.All)
            cases.Add(kind, name);
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_capture_is_understood(string kind, string name)
    {
        var understood = Captures.Understood(kind, name);

        Captures.Summary(understood).ToString().ShouldBe(Captures.Expected(kind)[name].ToString(), understood.Ending.Reason);
        understood.Ending.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData("claude")]
    [InlineData("codex")]
    [InlineData("gemini")]
    [InlineData("opencode")]
    [InlineData("copilot")]
    public void Every_expectation_has_its_capture(string kind) =>
        Captures.Expected(kind).Keys.Order(StringComparer.Ordinal).ShouldBe(Captures.All.Where(one => one.Kind == kind).Select(one => one.Name));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Junk_reordered_keys_and_other_line_ends_change_nothing(string kind, string name)
    {
        var expected = Captures.Summary(Captures.Understood(kind, name)).ToString();
        var text = Encoding.UTF8.GetString(Captures.Output(kind, name));
        if (text.Length == 0 || !text.Contains('{', StringComparison.Ordinal))
            return;
        var random = new Random(name.Length);
        var values = Values(text);

        Again(string.Join('\n', values.Select(value => Reordered(value, random).ToJsonString()))).ShouldBe(expected, "keys reordered");
        Again(string.Join("\r\n", values.Select(value => value.ToJsonString())) + "\r\n").ShouldBe(expected, "line ends of Windows");
        Again("\uFEFF" + string.Join('\n', values.SelectMany(value => new[] { Junk[random.Next(Junk.Length)], value.ToJsonString() }).Concat(Junk))).ShouldBe(expected, "junk between");
        Again(string.Join('\n', values.Select(value => value.ToJsonString(new JsonSerializerOptions { WriteIndented = true })))).ShouldBe(expected, "over many lines");
        Again(string.Concat(values.Select(value => value.ToJsonString()))).ShouldBe(expected, "all on one line");
        Again(new JsonArray([.. values.Select(value => value.DeepClone())]).ToJsonString()).ShouldBe(expected, "as one array");
        Again(string.Join('\n', values.Select(value => "{\"type\":\"cut" + "\n" + value.ToJsonString()))).ShouldBe(expected, "lines cut off in between");

        string Again(string changed) => Captures.Summary(Captures.Understood(kind, name, Encoding.UTF8.GetBytes(changed))).ToString();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_capture_that_is_cut_off_or_damaged_anywhere_is_still_read(string kind, string name)
    {
        var whole = Captures.Output(kind, name);
        var steps = Captures.Understood(kind, name).Transcript.Entries.Where(entry => entry.Kind != EntryKind.Message).Select(entry => entry.Text).ToList();
        var random = new Random(1);
        for (var i = 0; i < 15; i++)
        {
            var cut = Captures.Understood(kind, name, whole[..random.Next(whole.Length + 1)]);
            cut.Ending.Reason.ShouldNotBeNullOrWhiteSpace();
            // What it understood of the beginning is the beginning of what it understood of the whole.
            cut.Transcript.Entries.Where(entry => entry.Kind != EntryKind.Message).Select(entry => entry.Text).ShouldBe(steps.Take(cut.Transcript.Entries.Count(entry => entry.Kind != EntryKind.Message)));

            var damaged = whole.ToArray();
            for (var hit = 0; hit < 30 && damaged.Length > 0; hit++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => Captures.Understood(kind, name, damaged));
        }
    }

    /// <summary>The JSON values of an output, which are one a line or one over all lines.</summary>
    private static List<JsonObject> Values(string text)
    {
        try
        {
            return [(JsonObject)JsonNode.Parse(text)!];
        }
        catch (JsonException)
        {
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (JsonObject)JsonNode.Parse(line)!)];
        }
    }

    private static JsonNode Reordered(JsonNode node, Random random) => node switch
    {
        JsonObject obj => new JsonObject(obj.OrderBy(_ => random.Next()).Select(pair => KeyValuePair.Create(pair.Key, pair.Value is null ? null : (JsonNode?)Reordered(pair.Value, random))).ToList()),
        JsonArray array => new JsonArray([.. array.Select(item => item is null ? null : Reordered(item, random))]),
        _ => node.DeepClone(),
    };
}
