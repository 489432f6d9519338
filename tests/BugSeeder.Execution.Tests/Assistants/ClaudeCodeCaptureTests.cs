using System.Text.Json;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Assistants;

/// <summary>What the real command line printed, case by case, against what it meant.</summary>
public sealed class ClaudeCodeCaptureTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "captures", "claude");

    public static TheoryData<string> Cases() => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_capture_is_understood(string name)
    {
        var expected = Expected(name);
        var process = Process(name);

        var stream = ClaudeCodeStream.Read(process.Output);
        var (outcome, reason) = ClaudeCodeOutcome.Of(process, stream);

        outcome.ShouldBe(Enum.Parse<TrialOutcome>(expected.GetProperty("outcome").GetString()!, ignoreCase: true), reason);
        reason.ShouldNotBeEmpty();
        stream.Transcript.FinalText.ShouldBe(expected.GetProperty("finalText").GetString());
        Tokens(stream.Transcript.Usage).ShouldBe(expected.GetProperty("tokens").Deserialize<long[]>());
        stream.Transcript.Usage?.Turns.ShouldBe(expected.GetProperty("turns").GetInt32());
        stream.Transcript.Usage?.CostUsd!.Value.ShouldBe(expected.GetProperty("cost").GetDecimal(), 0.00001m);
    }

    [Fact]
    public void Every_expectation_has_its_capture() =>
        Expectations().EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal).ShouldBe(Cases().Select(row => row.Data));

    private static JsonElement Expected(string name) => Expectations().GetProperty(name);

    private static JsonElement Expectations() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected.json"))).RootElement;

    private static ProcessResult Process(string name)
    {
        string File(string file) => Path.Combine(Folder, name, file);
        var exit = int.Parse(System.IO.File.ReadAllText(File("exit_code")));
        // 124 is the time-out of the tool that captured it.
        return exit == 124
            ? new(ProcessEnd.TimedOut, null, TimeSpan.FromSeconds(10), System.IO.File.ReadAllBytes(File("stdout")), System.IO.File.ReadAllBytes(File("stderr")))
            : new(ProcessEnd.Exited, exit, TimeSpan.FromSeconds(1), System.IO.File.ReadAllBytes(File("stdout")), System.IO.File.ReadAllBytes(File("stderr")));
    }

    private static long[]? Tokens(Usage? usage) =>
        usage is null ? null : [usage.InputTokens, usage.CachedInputTokens, usage.CacheWriteTokens, usage.OutputTokens];
}
