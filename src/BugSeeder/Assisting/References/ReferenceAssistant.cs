using System.Diagnostics;
using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting.References;

/// <summary>An assistant that knows the answer and behaves in one known way, so that it is known what every measure must say of it: it proves the instrument.</summary>
internal abstract class ReferenceAssistant : IAssistant
{
    private Func<TrialKey, AnswerKey>? answers;

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public string Kind => "reference";

    /// <inheritdoc/>
    public bool IsOurs => true;

    /// <summary>What it does, in one sentence.</summary>
    public abstract string Behaviour { get; }

    /// <summary>Gives it the answers of a run.</summary>
    public void Learn(Func<TrialKey, AnswerKey> known) => answers = known;

    /// <inheritdoc/>
    public Task<AssistantProbe> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(new AssistantProbe(true, null, ""));

    /// <inheritdoc/>
    public Task<AssistantRun> RunAsync(AssistantTask task, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var key = (answers ?? throw new InvalidOperationException("A reference assistant has not been given the answers."))(task.Trial);
        var claim = Json.ToText(Act(key, new WorkspaceEditor(task.Workspace)));
        return Task.FromResult(new AssistantRun(TrialOutcome.Completed, "it ended by itself", 0, clock.Elapsed, Encoding.UTF8.GetBytes(claim), [], Transcript.OfText(claim)));
    }

    /// <summary>Does what it does, and says what it says.</summary>
    protected abstract Claim Act(AnswerKey key, WorkspaceEditor workspace);

    /// <summary>Undoes the bug.</summary>
    protected static void Undo(AnswerKey key, WorkspaceEditor workspace)
    {
        foreach (var file in key.Bug.Seed.Edits.Select(edit => edit.File).Distinct())
            workspace.Write(file, key.Original.Files[file]);
    }

    /// <summary>A claim that something was wrong.</summary>
    protected static Claim Defect(Bug bug, bool @fixed, IReadOnlyList<string> tests, bool testsRun) =>
        new(ClaimVerdict.Defect, bug.Seed.Place.File, bug.Seed.Place.Member, null, bug.Seed.Mistake, @fixed, tests, testsRun, null, 1);

    /// <summary>A claim that nothing was wrong.</summary>
    protected static Claim NoDefect() => new(ClaimVerdict.NoDefect, null, null, null, "The code is as it is meant to be.", false, [], false, null, 1);
}
