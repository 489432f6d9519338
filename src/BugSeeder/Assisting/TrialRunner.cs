using System.Security.Cryptography;
using BugSeeder.Code;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using BugSeeder.Preparing;

namespace BugSeeder.Assisting;

/// <summary>A trial that has ended.</summary>
/// <param name="Observation">The evidence.</param>
/// <param name="Run">What the assistant printed.</param>
/// <param name="Harvested">Its workspace as it left it.</param>
/// <param name="Patch">What it changed.</param>
internal sealed record EndedTrial(Observation Observation, AssistantRun Run, SourceTree Harvested, string Patch);

/// <summary>The stage that gives a workspace to an assistant and looks at what it made of it.</summary>
/// <param name="folder">A folder of our own, for workspaces.</param>
/// <param name="limits">What an assistant may use.</param>
/// <param name="confiner">What shuts assistants in; <see langword="null"/> where all of them are ours.</param>
/// <param name="retries">How often a trial is tried again after a fault that is not the assistant's.</param>
/// <param name="gate">What all trials of the run wait at when a provider's rate limit is reached.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class TrialRunner(string folder, AssistantLimits limits, Confiner? confiner, int retries, RateGate gate, TimeProvider clock)
{
    private static readonly Redaction Secrets = Redaction.Of(new Dictionary<string, string>(StringComparer.Ordinal));
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    /// <summary>Runs one trial, again after a fault that is not the assistant's. Every attempt is recorded.</summary>
    /// <param name="assistant">Whose trial it is.</param>
    /// <param name="key">Which trial it is.</param>
    /// <param name="prepared">What the assistant is given.</param>
    /// <param name="before">What an earlier start of the run has tried in vain.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<EndedTrial> RunAsync(IAssistant assistant, TrialKey key, PreparedChallenge prepared, IReadOnlyList<FailedAttempt> before, CancellationToken cancellationToken)
    {
        var failed = before.ToList();
        for (var faults = 0; ;)
        {
            var ticket = await gate.PassAsync(cancellationToken);
            var ended = await AttemptAsync(assistant, key, prepared, failed, cancellationToken);
            var (outcome, reason) = (ended.Observation.Outcome, ended.Observation.OutcomeReason);
            if (outcome is not (TrialOutcome.RateLimited or TrialOutcome.InfrastructureFault))
                gate.Through(ticket);
            // At a rate limit the gate does the waiting, for all.
            TimeSpan? pause = outcome switch
            {
                TrialOutcome.RateLimited => gate.Close(ticket),
                TrialOutcome.InfrastructureFault when faults < retries => FirstPause * Math.Pow(6, faults++),
                _ => null,
            };
            if (pause is not { } wait)
                return ended;
            failed.Add(new(outcome, reason, ended.Observation.Seconds, Math.Round(wait.TotalSeconds, 3), ended.Run.Transcript.Usage?.CostUsd));
            if (outcome == TrialOutcome.InfrastructureFault)
                await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<EndedTrial> AttemptAsync(IAssistant assistant, TrialKey key, PreparedChallenge prepared, IReadOnlyList<FailedAttempt> failed, CancellationToken cancellationToken)
    {
        var place = Path.Combine(folder, RandomNumberGenerator.GetHexString(8, lowercase: true));
        try
        {
            var workspace = Path.Combine(place, "workspace");
            var own = Directory.CreateDirectory(Path.Combine(place, "home")).FullName;
            Workspace.Create(prepared.Tree, workspace);
            using var rules = new IgnoreRules(prepared.Tree, Path.Combine(place, "rules"));
            using var confined = confiner?.Open(place);
            var task = new AssistantTask(key, workspace, prepared.Prompt, own, limits);
            var watch = new WorkspaceWatch(workspace, prepared.Tree, rules.Ignores);
            var (run, history) = await watch.DuringAsync(() => assistant.RunAsync(confined is null ? task : task with { Launcher = confined.Launcher }, cancellationToken), cancellationToken);
            // An assistant may have put a link in the workspace's place, and what it points at is not its work.
            var harvested = new DirectoryInfo(workspace) is { Exists: true, LinkTarget: null } ? Workspace.Harvest(workspace, prepared.Tree, rules.Ignores) : SourceTree.Empty;
            return Observe(key, prepared, run, harvested, failed, confined?.Requests ?? [], history);
        }
        finally
        {
            Delete(place);
        }
    }

    private static EndedTrial Observe(TrialKey key, PreparedChallenge prepared, AssistantRun run, SourceTree harvested, IReadOnlyList<FailedAttempt> failed, IReadOnlyList<NetworkRequest> network, WorkspaceHistory history)
    {
        var changes = prepared.Tree.DifferencesTo(harvested)
            .Select(path => new FileChange(path, !prepared.Tree.Files.ContainsKey(path) ? ChangeKind.Added : !harvested.Files.ContainsKey(path) ? ChangeKind.Deleted : ChangeKind.Modified))
            .ToList();
        var claim = ClaimReader.Read(run.Transcript.FinalText);
        var ending = ByWorkspace(run, changes.Count > 0, claim);
        var observation = new Observation(
            Json.SchemaVersion, key, ending.Outcome, ending.Reason,
            Math.Round(run.Wall.TotalSeconds, 3), run.ExitCode, claim, changes, failed.Count + 1)
        {
            History = history,
            Failed = [.. failed],
            Network = network,
            Peeks = PeekFinder.Find(run.Transcript, network),
        };
        // A key that an assistant wrote into a file must not be stored either.
        return new(observation, run, harvested, Secrets.Apply(Diff.Unified(prepared.Tree, harvested)));
    }

    /// <summary>What an assistant's output says about its end is put right by what it did to the workspace, which is more than it can know or tell.</summary>
    internal static Ending ByWorkspace(AssistantRun run, bool changed, Claim? claim) => run.Outcome switch
    {
        TrialOutcome.NoChange or TrialOutcome.PermissionDenied or TrialOutcome.Asked when changed => new(TrialOutcome.Completed, $"It came to its own end and changed files. {run.Reason}"),
        TrialOutcome.Completed or TrialOutcome.NoChange when !changed && (claim is null ? Clarification.IsAsked(run.Transcript.FinalText) : Clarification.IsAsked(claim)) => new(TrialOutcome.Asked, "It changed nothing and asked a question."),
        TrialOutcome.Completed when !changed && claim is not { Verdict: ClaimVerdict.NoDefect } => new(TrialOutcome.NoChange, "It came to its own end having changed nothing, and did not say that nothing is wrong."),
        _ => new(run.Outcome, run.Reason),
    };

    private static void Delete(string place)
    {
        try
        {
            Directory.Delete(place, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // What an assistant made unreadable stays until the whole work folder goes.
        }
    }
}
