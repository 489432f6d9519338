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
internal sealed class TrialRunner(string folder, AssistantLimits limits, Confiner? confiner)
{
    private static readonly Redaction Secrets = Redaction.Of(new Dictionary<string, string>(StringComparer.Ordinal));
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    /// <summary>Runs one trial, again after a fault that is not the assistant's.</summary>
    public async Task<EndedTrial> RunAsync(IAssistant assistant, TrialKey key, PreparedChallenge prepared, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var ended = await AttemptAsync(assistant, key, prepared, attempt, cancellationToken);
            if (ended.Observation.Outcome is not (TrialOutcome.InfrastructureFault or TrialOutcome.RateLimited) || attempt > Pauses.Length)
                return ended;
            await Task.Delay(Pauses[attempt - 1], cancellationToken);
        }
    }

    private async Task<EndedTrial> AttemptAsync(IAssistant assistant, TrialKey key, PreparedChallenge prepared, int attempt, CancellationToken cancellationToken)
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
            var run = await assistant.RunAsync(confined is null ? task : task with { Launcher = confined.Launcher }, cancellationToken);
            // An assistant may have put a link in the workspace's place, and what it points at is not its work.
            var harvested = new DirectoryInfo(workspace) is { Exists: true, LinkTarget: null } ? Workspace.Harvest(workspace, prepared.Tree, rules.Ignores) : SourceTree.Empty;
            return Observe(key, prepared, run, harvested, attempt, confined?.Requests ?? []);
        }
        finally
        {
            Delete(place);
        }
    }

    private static EndedTrial Observe(TrialKey key, PreparedChallenge prepared, AssistantRun run, SourceTree harvested, int attempt, IReadOnlyList<NetworkRequest> network)
    {
        var changes = prepared.Tree.DifferencesTo(harvested)
            .Select(path => new FileChange(path, !prepared.Tree.Files.ContainsKey(path) ? ChangeKind.Added : !harvested.Files.ContainsKey(path) ? ChangeKind.Deleted : ChangeKind.Modified))
            .ToList();
        var claim = ClaimReader.Read(run.Transcript.FinalText);
        var asked = run.Outcome == TrialOutcome.Completed && changes.Count == 0 && claim is { Question.Length: > 0, Verdict: not (ClaimVerdict.Defect or ClaimVerdict.NoDefect) };
        var observation = new Observation(
            Json.SchemaVersion, key,
            asked ? TrialOutcome.Asked : run.Outcome, asked ? "it changed nothing and asked a question" : run.Reason,
            Math.Round(run.Wall.TotalSeconds, 3), run.ExitCode, claim, changes, attempt)
        {
            Network = network,
            Peeks = PeekFinder.Find(run.Transcript, network),
        };
        // A key that an assistant wrote into a file must not be stored either.
        return new(observation, run, harvested, Secrets.Apply(Diff.Unified(prepared.Tree, harvested)));
    }

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
