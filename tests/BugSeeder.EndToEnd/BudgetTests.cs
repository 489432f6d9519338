using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Prices;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.EndToEnd;

/// <summary>A run stops before the trial that would pass its money, and goes on later: every cent is counted once, and no trial is lost or paid twice.</summary>
public sealed class BudgetTests(TinyTarget target)
{
    /// <summary>What every trial costs here, in US dollars.</summary>
    private const decimal Price = 0.10m;

    private const string Claim = """{\"verdict\":\"no-defect\"}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("claude", """{"type":"system","subtype":"init","session_id":"s","model":"m"}""", $$"""{"type":"result","subtype":"success","is_error":false,"result":"{{Claim}}","num_turns":1,"total_cost_usd":0.10,"modelUsage":{"m":{"inputTokens":10,"outputTokens":5,"costUSD":0.10} } }""", null)]
    [InlineData("codex", """{"type":"thread.started","thread_id":"t"}""", $$$"""{"type":"item.completed","item":{"id":"1","type":"agent_message","text":"{{{Claim}}}"}}""", """{"type":"turn.completed","usage":{"input_tokens":60000,"cached_input_tokens":20000,"output_tokens":6000,"reasoning_output_tokens":1000}}""")]
    public async Task A_run_that_stopped_at_its_money_is_finished_by_resuming_it(string readAs, string first, string second, string? third)
    {
        var log = target.Outside($"{readAs}.log");
        var assistant = Create("paid", readAs, $"echo x >> \"$LOG\"; printf '%s\\n' '{first}' '{second}' '{third}'", log);
        var request = target.Request([assistant], bugs: 2, controls: 0, repetitions: 2) with { Parallel = 2, Confinement = TinyTarget.Open, RunLimits = new(0.25m, null) };
        var heard = new Listener();

        var stopped = await RunPipeline.RunAsync(request, null, TimeProvider.System, heard, Cancel);

        (stopped.Trials.Count, stopped.Planned).ShouldBe((2, 4));
        Cost(stopped).ShouldBe(2 * Price);
        heard.Warnings.ShouldContain(warning => warning.Contains("$0.2 of the run's $0.25 is spent", StringComparison.Ordinal) && warning.Contains("2 of 4 trials are left; `bugseeder run --resume` goes on", StringComparison.Ordinal));
        var times = Times(stopped.Run.Id);

        var finished = await RunPipeline.RunAsync(request, stopped.Run.Id, TimeProvider.System, heard, Cancel);

        (finished.Trials.Count, finished.Planned).ShouldBe((4, 4));
        Cost(finished).ShouldBe(4 * Price);
        finished.Trials.ShouldAllBe(trial => trial.CostUsd == Price && trial.Observation.Attempts == 1);
        (await File.ReadAllLinesAsync(log, Cancel)).Length.ShouldBe(4);
        times.ShouldBeSubsetOf(Times(stopped.Run.Id));
        finished.Trials[0].Transcript.Usage!.PricedBy.ShouldBe(readAs == "codex" ? PriceTable.Default.Date : null);
    }

    [Fact]
    public async Task What_a_trial_cost_that_has_to_be_repeated_is_kept_and_counted_for_the_start_that_spent_it()
    {
        var log = target.Outside("repeated.log");
        var script = $$$"""
            echo x >> "$LOG"; echo '{"type":"system","subtype":"init","session_id":"s","model":"m"}'
            [ $(wc -l < "$LOG") -gt 2 ] && error=false || error=true
            echo '{"type":"result","subtype":"success","is_error":'$error',"api_error_status":'$([ $error = true ] && echo 500 || echo null)',"result":"{{{Claim}}}","num_turns":1,"total_cost_usd":0.10,"modelUsage":{"m":{"inputTokens":10,"outputTokens":5,"costUSD":0.10} } }'
            [ $error = false ]
            """;
        var request = target.Request([Create("unlucky", "claude", script, log)], bugs: 2, controls: 0) with { Parallel = 1, Confinement = TinyTarget.Open, Retries = 0 };
        var failed = await TinyTarget.RunAsync(request, Cancel);
        failed.Trials.ShouldAllBe(trial => trial.Observation.Outcome == TrialOutcome.InfrastructureFault && trial.Score == null);

        // Enough for two trials, if those of the first start do not count again.
        var finished = await RunPipeline.RunAsync(request with { RunLimits = new(0.25m, null) }, failed.Run.Id, TimeProvider.System, new Silent(), Cancel);

        finished.Trials.Count(trial => trial.Score is not null).ShouldBe(2);
        finished.Trials.ShouldAllBe(trial => trial.Observation.Attempts == 2 && trial.Observation.Failed.Single().CostUsd == Price && trial.CostUsd == 2 * Price);
        (await File.ReadAllLinesAsync(log, Cancel)).Length.ShouldBe(4);
    }

    private static decimal Cost(RunReport report) => report.Trials.Sum(trial => trial.CostUsd ?? 0);

    private IReadOnlyList<string> Times(string run) =>
        [.. new RunFolder(target.Store.Run(run)).Finished.Order(StringComparer.Ordinal).Select(trial => $"{trial} {File.GetLastWriteTimeUtc(Path.Combine(target.Store.Run(run), "trials", trial, "observation.json")):O}")];

    private static IAssistant Create(string name, string readAs, string script, string log) => new AssistantCatalogue().Create(new(name, "command")
    {
        Command = ["sh", "-c", script],
        StandardInput = true,
        ReadAs = readAs,
        Model = "m",
        Environment = new Dictionary<string, string> { ["LOG"] = log },
        // 40,000 of input, 20,000 cached and 6,000 of output come to ten cents.
        Prices = PriceTable.Default.With(new Dictionary<string, ModelPrice> { ["m"] = new(1m, 9m) { CachedInput = 0.3m } }),
    });

    private sealed class Listener : IProgressSink
    {
        public List<string> Warnings { get; } = [];

        public void Note(string text)
        {
        }

        public void Warn(string text) => Warnings.Add(text);

        public void Advance(string job, int done, int total)
        {
        }
    }
}
