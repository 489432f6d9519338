using System.Text;
using BugSeeder.Execution.Assistants.Adapters;
using BugSeeder.Execution.Assistants.Reading;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

public sealed class ClaudeCodeReaderTests
{
    private const string Init = """{"type":"system","subtype":"init","cwd":"/workspace","model":"m-1","claude_code_version":"2.1.197"}""";
    private const string Retry = """{"type":"system","subtype":"api_retry","error_status":401,"error":"authentication_failed"}""";
    private const string Hello = """{"type":"assistant","message":{"content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"Hello"}]}}""";
    private const string Done = """{"type":"result","subtype":"success","is_error":false,"result":"Done.","num_turns":1,"permission_denials":[]}""";

    [Fact]
    public void The_steps_of_a_fix_are_told_apart()
    {
        var capture = Path.Combine(AppContext.BaseDirectory, "captures", "claude", "stream-fix", "stdout");

        var transcript = Read(File.ReadAllBytes(capture)).Transcript;

        (transcript.Version, transcript.Model).ShouldBe(("2.1.197", "claude-sonnet-4-5"));
        transcript.Entries.Select(entry => (entry.Kind, entry.Text)).ShouldBe(
        [
            (EntryKind.Message, "Calling Read"),
            (EntryKind.ToolCall, "Read"),
            (EntryKind.Message, "Calling Edit"),
            (EntryKind.Edit, "calc.py"),
            (EntryKind.Message, "FIXED: add() subtracted; changed `-` to `+` in calc.py."),
        ]);
        transcript.Entries[3].ShouldSatisfyAllConditions(
            edit => edit.Failed.ShouldBe(false),
            edit => edit.Output.ShouldBe(" def add(a, b):\n-    return a - b\n+    return a + b"));
    }

    [Fact]
    public void A_command_has_its_output_and_says_whether_it_failed()
    {
        var transcript = Read(
            Init,
            """{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"make"}}]}}""",
            """{"type":"user","message":{"content":[{"type":"tool_result","content":"Exit code 3\nno","is_error":true,"tool_use_id":"t1"}]}}""",
            """{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t2","name":"Bash","input":{"command":"ls"}}]}}""",
            """{"type":"user","message":{"content":[{"type":"tool_result","content":[{"type":"text","text":"a"},{"type":"image"},{"type":"text","text":"b"}],"tool_use_id":"t2"}]}}""",
            """{"type":"assistant","message":{"content":[{"type":"tool_use","id":"t3","name":"Bash","input":{"command":"sleep"}}]}}""").Transcript;

        transcript.Entries.Select(entry => (entry.Kind, entry.Text, entry.Output, entry.Failed, entry.ExitCode)).ShouldBe(
        [
            (EntryKind.Command, "make", "Exit code 3\nno", true, 3),
            (EntryKind.Command, "ls", "a\nb", false, 0),
            (EntryKind.Command, "sleep", null, null, null),
        ]);
    }

    [Fact]
    public void Money_without_tokens_is_money_all_the_same()
    {
        Read(Init, """{"type":"result","subtype":"success","is_error":false,"result":"Done.","num_turns":2,"total_cost_usd":0.25,"modelUsage":null}""")
            .Transcript.Usage.ShouldBe(new Usage(0, 0, 0, 0, 0, 0.25m, 2) { AtLeast = true });
    }

    [Fact]
    public void Numbers_are_read_however_a_language_prints_them()
    {
        Read(Init, """{"type":"result","subtype":"success","is_error":false,"result":"Done.","num_turns":2.0,"total_cost_usd":2.5e-1,"modelUsage":{"m":{"inputTokens":1e3,"outputTokens":50.0,"cacheReadInputTokens":0.5}}}""")
            .Transcript.Usage.ShouldBe(new Usage(1000, 0, 0, 50, 0, 0.25m, 2));
    }

    [Fact]
    public void Unknown_events_reordered_keys_and_lines_that_are_no_JSON_are_passed_over()
    {
        var stream = Read(
            "warning: something",
            """{"subtype":"init","x":[1,{"y":2}],"type":"system","claude_code_version":"9","cwd":null}""",
            """{"type":"from_the_future","message":7}""",
            """{"type":"assistant","message":"not an object"}""",
            """{"type":"assistant","message":{"content":[7,null,{"type":"text"},{"type":"tool_use","input":[]}]}}""",
            """{"type":"user","message":{"content":"plain"}}""",
            "[1,2,3]",
            "null",
            Hello,
            """{"num_turns":2,"result":"Done.","is_error":false,"modelUsage":{"a":{"inputTokens":1},"b":{"inputTokens":2,"outputTokens":5}},"subtype":"success","type":"result"}""");

        stream.Transcript.Version.ShouldBe("9");
        stream.Transcript.FinalText.ShouldBe("Done.");
        stream.Transcript.Usage.ShouldBe(new(3, 0, 0, 5, 0, null, 2));
    }

    [Fact]
    public void A_last_line_that_is_cut_off_loses_nothing_before_it()
    {
        var stream = Read(Init, Hello, Done[..40]);

        stream.Ended.ShouldBeFalse();
        stream.Transcript.FinalText.ShouldBe("Hello");
        Outcome(stream, ProcessEnd.Exited, 143).ShouldBe(TrialOutcome.Crashed);
    }

    [Fact]
    public void Every_prefix_of_a_stream_can_be_read()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "captures", "claude", "stream-fix", "stdout"));

        for (var length = 0; length <= bytes.Length; length += 7)
            Outcome(Read(bytes[..length]), ProcessEnd.TimedOut, null).ShouldBe(TrialOutcome.TimedOut);
    }

    [Fact]
    public void Invalid_UTF_8_and_halves_of_surrogate_pairs_are_text()
    {
        byte[] latin = [.. """{"type":"assistant","message":{"content":[{"type":"text","text":"caf"""u8, 0xE9, .. "\"}]}}\n"u8];
        byte[] half = [.. """{"type":"assistant","message":{"content":[{"type":"text","text":"cut \ud83d"}]}}"""u8];

        var transcript = Read([.. latin, .. half]).Transcript;

        transcript.Entries.Select(entry => entry.Text).ShouldBe(["caf\uFFFD", """cut \ud83d"""]);
    }

    [Fact]
    public void Megabytes_are_read_in_no_time()
    {
        var big = """{"type":"assistant","message":{"content":[{"type":"text","text":"TEXT"}]}}""".Replace("TEXT", new string('x', 100_000), StringComparison.Ordinal);

        var stream = Read([Init, .. Enumerable.Repeat(big, 100), Done]);

        stream.Transcript.Entries.Count.ShouldBe(100);
        stream.Transcript.FinalText.ShouldBe("Done.");
    }

    [Theory]
    [InlineData(401, "x", TrialOutcome.Unauthenticated)]
    [InlineData(403, "x", TrialOutcome.Unauthenticated)]
    [InlineData(404, "x", TrialOutcome.Unauthenticated)]
    [InlineData(413, "x", TrialOutcome.ContextOverflow)]
    [InlineData(400, "Prompt is too long · the request", TrialOutcome.ContextOverflow)]
    [InlineData(400, "Credit balance is too low", TrialOutcome.Unauthenticated)]
    [InlineData(400, "API Error: 400 tools.0: unknown field", TrialOutcome.InfrastructureFault)]
    [InlineData(429, "x", TrialOutcome.RateLimited)]
    [InlineData(500, "x", TrialOutcome.InfrastructureFault)]
    [InlineData(529, "Overloaded", TrialOutcome.InfrastructureFault)]
    [InlineData(null, "Request timed out", TrialOutcome.InfrastructureFault)]
    [InlineData(null, "Not logged in · Please run /login", TrialOutcome.Unauthenticated)]
    [InlineData(null, "You've hit your limit · resets 3pm", TrialOutcome.RateLimited)]
    public void An_error_that_says_success_is_classed_by_its_cause(int? status, string said, TrialOutcome expected)
    {
        var stream = Read(Init, $$"""{"type":"result","subtype":"success","is_error":true,"api_error_status":{{status?.ToString() ?? "null"}},"result":"{{said}}"}""");

        Outcome(stream, ProcessEnd.Exited, 1).ShouldBe(expected);
        stream.Transcript.FinalText.ShouldBeNull();
        stream.Transcript.Errors.ShouldBe([said]);
    }

    [Theory]
    [InlineData("error_max_turns", 1, TrialOutcome.TurnLimit)]
    [InlineData("error_max_budget_usd", 1, TrialOutcome.OverBudget)]
    [InlineData("error_during_execution", 0, TrialOutcome.Crashed)]
    public void A_stop_is_classed_by_its_subtype_and_not_by_its_exit_code(string subtype, int exitCode, TrialOutcome expected)
    {
        var stream = Read(Init, Hello, $$"""{"type":"result","subtype":"{{subtype}}","is_error":false,"num_turns":4,"usage":{"input_tokens":3} }""");

        Outcome(stream, ProcessEnd.Exited, exitCode).ShouldBe(expected);
        stream.Transcript.FinalText.ShouldBe("Hello");
        stream.Transcript.Usage!.Turns.ShouldBe(subtype == "error_max_turns" ? 3 : 4);
    }

    [Fact]
    public void Silence_while_a_wrong_key_is_tried_again_is_not_the_assistants_fault()
    {
        Outcome(Read(Init, Retry), ProcessEnd.Idle, null).ShouldBe(TrialOutcome.Unauthenticated);
        Outcome(Read(Init, Retry, Hello), ProcessEnd.Idle, null).ShouldBe(TrialOutcome.TimedOut);
        Outcome(Read(Init), ProcessEnd.Idle, null).ShouldBe(TrialOutcome.TimedOut);
    }

    [Fact]
    public void What_lingers_after_the_result_does_not_change_it()
    {
        Outcome(Read(Init, Hello, Done), ProcessEnd.Idle, null).ShouldBe(TrialOutcome.NoChange);
        Outcome(Read(Init, Hello, Done), ProcessEnd.TimedOut, null).ShouldBe(TrialOutcome.TimedOut);
        Outcome(Read(Init, Hello, Done), ProcessEnd.TooMuchOutput, null).ShouldBe(TrialOutcome.OverBudget);
    }

    [Fact]
    public void A_refusal_is_told_from_an_answer()
    {
        var stream = Read(Init, """{"type":"result","subtype":"success","is_error":false,"stop_reason":"refusal","result":"No."}""");

        Outcome(stream, ProcessEnd.Exited, 0).ShouldBe(TrialOutcome.Refused);
    }

    [Fact]
    public void Random_bytes_and_mutated_streams_never_throw()
    {
        var capture = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "captures", "claude", "stream-fix", "stdout"));
        var random = new Random(1);
        for (var i = 0; i < 500; i++)
        {
            var bytes = capture.ToArray();
            for (var change = 0; change < 40; change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var stream = Read(bytes);
            Should.NotThrow(() => Outcome(stream, ProcessEnd.Exited, 0));
        }
    }

    private static StreamReading Read(params IEnumerable<string> lines) => Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static StreamReading Read(byte[] output) =>
        new ClaudeCodeReader().Read(new(new ProcessResult(ProcessEnd.Exited, 0, TimeSpan.FromSeconds(1), output, [])));

    private static TrialOutcome Outcome(StreamReading reading, ProcessEnd end, int? exitCode) =>
        Classification.Of(new(end, exitCode, TimeSpan.FromSeconds(1), [], []), reading).Outcome;
}
