using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Targets;
using BugSeeder.Proving;

namespace BugSeeder.Pipeline;

/// <summary>A target that is read, built and tested, with its code understood.</summary>
/// <param name="Source">As it was read.</param>
/// <param name="Judge">What its own build and tests say of any tree.</param>
/// <param name="Code">Its C# projects.</param>
/// <param name="Baseline">Which tests' word counts.</param>
internal sealed record OpenTarget(TargetSource Source, Judge Judge, TargetCode Code, Baseline Baseline) : IDisposable
{
    public static async Task<OpenTarget> OpenAsync(TargetSource source, TargetSettings settings, WorkFolder work, int baselineRuns, int parallel, IProgressSink progress, CancellationToken cancellationToken)
    {
        foreach (var note in source.Notes)
            progress.Note(note);
        // Where a bank's bugs are proven is where the assistants' work is judged, or the same test could say this here and that there.
        if (settings is { Boxed: true, Sandbox: null })
            settings = settings with { Sandbox = await Sandbox.FindAsync(work.Sub("s"), cancellationToken) };
        TargetCode? code = null;
        var judge = await Judge.OpenAsync(source.Tree, settings, work.Sub("t"), baselineRuns, parallel, new NoteProgress(progress), cancellationToken, async (folder, layout) =>
            code = await new CodeLoader(settings, folder, source.Tree).LoadAsync(layout, cancellationToken));
        try
        {
            foreach (var test in judge.Layout.Tests)
                progress.Note($"tests of {test.Path} ({test.Framework}) run through {test.Route}: {test.RouteReason}");
            progress.Note($"builds and tests run {(judge.Boxing.StartsWith("in ", StringComparison.Ordinal) ? "" : "as ")}{judge.Boxing}");
            foreach (var passed in judge.Layout.Passed)
                progress.Warn($"passed over: {passed}");
            var baseline = Oracle.Of(judge.BaselineRuns);
            if (baseline.SetAside.Count > 0)
                progress.Warn($"{baseline.SetAside.Count} of {baseline.Oracle.Count + baseline.SetAside.Count} tests are set aside, since they fail, waver or are skipped: {string.Join(", ", baseline.SetAside.Take(5).Select(test => $"{test.Test} ({test.Reason})"))}{(baseline.SetAside.Count > 5 ? ", …" : "")}");
            return new(source, judge, code!, baseline);
        }
        catch
        {
            judge.Dispose();
            throw;
        }
    }

    public void Dispose() => Judge.Dispose();
}
