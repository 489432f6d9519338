using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Targets;

namespace BugSeeder.Bench.Truth;

/// <summary>Finds the truth about an edit the slow way: the file is edited, the target's own build builds it, and its own test runners run every test.</summary>
internal sealed class Adjudicator(Judge judge, Baseline baseline)
{
    /// <summary>Judges edits, twice where the first word is not the one that is expected, so that a wavering test is seen as one.</summary>
    public async Task<Finding> RuleAsync(IReadOnlyList<TextEdit> edits, Ruling expected, CancellationToken cancellationToken)
    {
        var tree = Edits.Apply(judge.Original, edits);
        var (ruling, reason) = Read(await judge.JudgeAsync(tree, cancellationToken));
        if (ruling == expected || tree.Hash == judge.Original.Hash)
            return new(ruling, reason, false);
        var (again, _) = Read(await judge.JudgeAnewAsync(tree, cancellationToken));
        return new(ruling, reason, again != ruling);
    }

    /// <summary>Judges many at once, in their order.</summary>
    public async Task<Finding[]> RuleAllAsync(IReadOnlyList<(IReadOnlyList<TextEdit> Edits, Ruling Expected)> questions, int parallel, Action<int> advance, CancellationToken cancellationToken)
    {
        var answers = new Finding[questions.Count];
        var done = 0;
        await Parallel.ForAsync(0, questions.Count, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken }, async (index, token) =>
        {
            answers[index] = await RuleAsync(questions[index].Edits, questions[index].Expected, token);
            advance(Interlocked.Increment(ref done));
        });
        return answers;
    }

    /// <summary>What a verdict of the real build and tests comes to.</summary>
    internal (Ruling Ruling, string Reason) Read(TreeVerdict verdict) => verdict.Outcome switch
    {
        TreeOutcome.BuildFailed => (Ruling.DoesNotCompile, verdict.Diagnostics.FirstOrDefault(diagnostic => diagnostic.IsError) is { } error ? $"{error.Code}: {error.Message}" : "the build fails"),
        TreeOutcome.TestsCrashed => (Ruling.Noticed, "the test process ended early"),
        TreeOutcome.TestsTimedOut => (Ruling.Noticed, "the tests ran into their time limit"),
        TreeOutcome.Tested when baseline.Oracle.FirstOrDefault(test => !verdict.Passed(test)) is { } failed => (Ruling.Noticed, $"{failed} does not pass"),
        TreeOutcome.Tested => (Ruling.Unnoticed, "every test passes"),
        _ => throw new InvalidOperationException($"No such outcome: {verdict.Outcome}"),
    };
}
