using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Repairing;
using BugSeeder.Mender.Testing;
using BugSeeder.Model.Targets;

namespace BugSeeder.Mender.Answering;

/// <summary>A patch that the real build and tests agree with.</summary>
/// <param name="Candidate">The patch.</param>
/// <param name="Tree">The workspace with it.</param>
/// <param name="Member">The member that it changes.</param>
/// <param name="Test">The test that goes with it; <see langword="null"/> for none.</param>
internal sealed record Patch(Candidate Candidate, SourceTree Tree, string Member, RegressionTest? Test)
{
    /// <summary>The patch, if the workspace with it builds and every test that passed before passes.</summary>
    /// <param name="candidate">The patch.</param>
    /// <param name="test">A test to go with it, where there is one; without it, if the two together do not hold.</param>
    /// <param name="bench">The workspace.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Patch?> ConfirmedAsync(Candidate candidate, RegressionTest? test, Bench bench, CancellationToken cancellationToken)
    {
        var tree = candidate.Files.Aggregate(bench.Judge.Original, (grown, file) => grown.WithText(file.File, candidate.Patched(file).ToString()));
        var member = MemberNames.At(candidate.File, candidate.Span.Start, bench.Code.Code, cancellationToken);
        if (test is not null && tree.WithText(test.File, test.Text) is var tested && await HoldsAsync(tested, bench, cancellationToken))
            return new(candidate, tested, member, test);
        return await HoldsAsync(tree, bench, cancellationToken) ? new(candidate, tree, member, null) : null;
    }

    /// <summary>Whether a tree builds, and every test that passed before passes, in one of two runs: a test that wavers must not refuse a patch.</summary>
    private static async Task<bool> HoldsAsync(SourceTree tree, Bench bench, CancellationToken cancellationToken)
    {
        var (first, second) = await bench.Judge.JudgeTwiceAsync(tree, cancellationToken);
        return Holds(first, bench) || (second is not null && Holds(second, bench));
    }

    private static bool Holds(TreeVerdict verdict, Bench bench)
    {
        var before = bench.Suites.SelectMany(suite => suite.Passing.Where(test => bench.Code.Of(suite.Hosted.Tests[test].Class) is null).Select(suite.Hosted.NameOf));
        // A name that only the worker gives is not held against the real run; a test that fails there is.
        var failing = bench.Suites.SelectMany(suite => suite.Failing.Keys.Select(suite.Hosted.NameOf)).ToHashSet(StringComparer.Ordinal);
        return verdict.Outcome == TreeOutcome.Tested && before.All(test => verdict.Tests.GetValueOrDefault(test, TestOutcome.Passed) == TestOutcome.Passed)
            && verdict.Tests.All(test => test.Value != TestOutcome.Failed || failing.Contains(test.Key));
    }
}
