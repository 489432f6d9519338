using System.Threading.Channels;
using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Hosting;
using BugSeeder.Model.Targets;

namespace BugSeeder.Scoring;

/// <summary>
/// Trees in fresh workers. Only a tree that compiles without an error, whose tests come to their end, is settled here: whatever is out of the ordinary is
/// for the real build to say, since the answer of a build is part of what an assistant is judged by.
/// </summary>
internal sealed class HostedTests : IFastTests
{
    private readonly HostedTarget host;
    private readonly SourceTree original;
    private readonly TargetCode code;
    private readonly Channel<int> lanes = Channel.CreateUnbounded<int>();

    /// <summary>Uses all places of a hosted target; nobody else may use them meanwhile.</summary>
    public HostedTests(HostedTarget host, SourceTree original, TargetCode code)
    {
        (this.host, this.original, this.code) = (host, original, code);
        foreach (var lane in Enumerable.Range(0, host.ColdPlaces.Count))
            lanes.Writer.TryWrite(lane);
    }

    /// <summary>Why no tree of this target can be settled fast; <see langword="null"/> when it can.</summary>
    public static string? Problem(HostedTarget host) =>
        host.HearsAll ? null : $"not every test of the oracle runs in a worker: {string.Join("; ", host.Routes.Where(route => route.Suite is not { Deaf.Count: 0 }))}";

    /// <inheritdoc/>
    public async Task<(TreeVerdict? Verdict, string Reason)> TryAsync(SourceTree tree, CancellationToken cancellationToken)
    {
        if (FirstUnknown(tree) is { } unknown)
            return (null, $"{unknown} is no C# source of a known project");
        if (await CompilerErrors.FirstAsync(code, original, tree, cancellationToken) is { } error)
            return (null, $"it may not build: {error}");
        var lane = await lanes.Reader.ReadAsync(cancellationToken);
        try
        {
            return await host.TestAsync(tree, lane, cancellationToken) is not { } verdict ? (null, "a worker could not run all of its tests")
                : verdict.Outcome == TreeOutcome.Tested ? (verdict, "only C# sources of known projects differ")
                : (null, $"a fresh worker says {verdict.Outcome}");
        }
        finally
        {
            lanes.Writer.TryWrite(lane);
        }
    }

    private string? FirstUnknown(SourceTree tree) =>
        original.DifferencesTo(tree).FirstOrDefault(path => !tree.Files.ContainsKey(path) || !code.Products.Concat(code.Tests).Any(project => project.Trees.ContainsKey(path)));
}
