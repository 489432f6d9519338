using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Repairing;
using BugSeeder.Model.Targets;

namespace BugSeeder.Mender.Answering;

/// <summary>A patch that the real build and tests agree with.</summary>
/// <param name="Candidate">The patch.</param>
/// <param name="Tree">The workspace with it.</param>
/// <param name="Member">The member that it changes.</param>
internal sealed record Patch(Candidate Candidate, SourceTree Tree, string Member)
{
    /// <summary>The patch, if the workspace with it builds and every test that passed before passes.</summary>
    public static async Task<Patch?> ConfirmedAsync(Candidate candidate, Bench bench, CancellationToken cancellationToken)
    {
        var tree = bench.Judge.Original.WithText(candidate.File, candidate.Patched.ToString());
        return await HoldsAsync(tree, bench, cancellationToken) ? new(candidate, tree, MemberNames.At(candidate.File, candidate.Span.Start, bench.Code.Code, cancellationToken)) : null;
    }

    /// <summary>Whether a tree builds, and every test that passed before passes.</summary>
    public static async Task<bool> HoldsAsync(SourceTree tree, Bench bench, CancellationToken cancellationToken)
    {
        var verdict = await bench.Judge.JudgeAsync(tree, cancellationToken);
        var before = bench.Suites.SelectMany(suite => suite.Passing.Where(test => bench.Code.Of(suite.Hosted.Tests[test].Class) is null).Select(suite.Hosted.NameOf));
        return verdict.Outcome == TreeOutcome.Tested && before.All(test => verdict.Tests.GetValueOrDefault(test, TestOutcome.Passed) != TestOutcome.Failed);
    }
}
