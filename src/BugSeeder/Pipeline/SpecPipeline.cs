using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Specs;
using BugSeeder.Specs;
using BugSeeder.Specs.Checking;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>From specs to findings and links: nothing is planted, and no assistant is asked.</summary>
public static class SpecPipeline
{
    /// <summary>Checks specs. Where the target has C# projects it is built, so that examples can be run; without any, only the text is looked at.</summary>
    /// <param name="request">The specs and the target.</param>
    /// <param name="textOnly">Whether the target is left alone.</param>
    /// <param name="progress">Told what is going on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UserError">A spec cannot be read, or the target does not build.</exception>
    public static async Task<IReadOnlyList<SpecCheckResult>> CheckAsync(SpecRequest request, bool textOnly, IProgressSink progress, CancellationToken cancellationToken)
    {
        var variants = Variants(request);
        if (textOnly)
            return [.. variants.Select(variant => Named(SpecCheck.Of(new(variant.Parse(), null), request.Severities, "only the text is looked at"), variant))];
        var source = TargetReader.Read(request.Target);
        if (!source.Tree.Files.Keys.Any(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)))
            return [.. variants.Select(variant => Named(SpecCheck.Of(new(variant.Parse(), null), request.Severities, $"there is no C# project in '{request.Target}'; name the target with --target"), variant))];
        return await AtDeskAsync(request, source, progress, async desk =>
        {
            var results = new List<SpecCheckResult>();
            foreach (var variant in variants)
                results.Add(Named(await desk.CheckAsync(variant, request.Severities, cancellationToken), variant));
            return results;
        }, cancellationToken);
    }

    /// <summary>Links specs to the target and to the bugs of a bank, and freezes the links.</summary>
    /// <exception cref="UserError">A spec or the bank cannot be read, or the target does not build.</exception>
    public static Task<IReadOnlyList<TracedSpec>> TraceAsync(SpecRequest request, IProgressSink progress, CancellationToken cancellationToken)
    {
        var variants = Variants(request);
        var source = TargetReader.Read(request.Target);
        var store = new TargetStore(source.Folder);
        var bank = BankOf(store, request.Bank);
        if (bank is not null && bank.Bank.Target.Tree != source.Tree.Hash)
            throw new UserError($"The bank '{bank.Name}' was made for another state of the target.", "Make a new bank with `bugseeder seed`, or check out the state it was made for.");
        return AtDeskAsync(request, source, progress, desk =>
        {
            store.Create();
            IReadOnlyList<TracedSpec> traced = [.. variants.Select(variant =>
            {
                var trace = desk.Trace(variant, bank);
                return new TracedSpec(variant.Path, variant.Parse(), trace, TraceFolder.Write(store, trace));
            })];
            return Task.FromResult(traced);
        }, cancellationToken);
    }

    /// <summary>Hides the identifiers of specs, infers the links again, and says how many are right.</summary>
    /// <exception cref="UserError">A spec cannot be read, the target does not build, or nobody wrote down which links are right.</exception>
    public static Task<IReadOnlyList<(string Path, IReadOnlyList<TraceAccuracy> Accuracy)>> ValidateAsync(SpecRequest request, IProgressSink progress, CancellationToken cancellationToken)
    {
        var variants = Variants(request);
        var source = TargetReader.Read(request.Target);
        var bank = BankOf(new TargetStore(source.Folder), request.Bank);
        return AtDeskAsync(request, source, progress, desk =>
        {
            IReadOnlyList<(string Path, IReadOnlyList<TraceAccuracy> Accuracy)> found = [.. variants.Select(variant => (variant.Path, desk.Validate(variant, bank)))];
            return found.All(entry => entry.Accuracy.All(accuracy => accuracy.Subjects == 0))
                ? throw new UserError("Nobody wrote down which links are right: no test cites an identifier of the spec, and there is no traceability matrix.", "Name the identifiers in the tests, or write a matrix and name it with `trace: matrix:` in bugseeder.yml.")
                : Task.FromResult(found);
        }, cancellationToken);
    }

    private static List<SpecVariant> Variants(SpecRequest request) => request.Specs.Count > 0
        ? [.. request.Specs.Select(path => SpecVariant.Read(path, request.Target))]
        : throw new UserError("No spec was named.", "Name one on the command line, or under `specs` in bugseeder.yml.");

    private static StoredBank? BankOf(TargetStore store, string? name) => name is null && store.Banks.Count == 0 ? null : RunSetup.FindBank(store, name);

    /// <summary>The result with the names of files that the user knows.</summary>
    private static SpecCheckResult Named(SpecCheckResult result, SpecVariant variant) =>
        result with { Findings = [.. result.Findings.Select(finding => finding with { Place = finding.Place with { File = variant.Sources.GetValueOrDefault(finding.Place.File, finding.Place.File) } })] };

    private static async Task<IReadOnlyList<T>> AtDeskAsync<T>(SpecRequest request, TargetSource source, IProgressSink progress, Func<SpecDesk, Task<IReadOnlyList<T>>> work, CancellationToken cancellationToken)
    {
        var matrix = SpecDesk.MatrixOf(source.Folder, request.Matrix);
        using var folder = new WorkFolder();
        using var judge = await Judge.OpenAsync(source.Tree, request.Settings, folder.Sub("t"), baselineRuns: 0, parallel: 1, new NoteProgress(progress), cancellationToken);
        foreach (var passed in judge.Layout.Passed)
            progress.Warn($"passed over: {passed}");
        var code = await new CodeLoader(request.Settings, judge.OriginalFolder, source.Tree).LoadAsync(judge.Layout, cancellationToken);
        return await work(new SpecDesk(source, request.Settings, judge, code, matrix, cancellationToken));
    }

    private static async Task<IReadOnlyList<SpecCheckResult>> AtDeskAsync(SpecRequest request, TargetSource source, IProgressSink progress, Func<SpecDesk, Task<List<SpecCheckResult>>> work, CancellationToken cancellationToken) =>
        await AtDeskAsync<SpecCheckResult>(request, source, progress, async desk => await work(desk), cancellationToken);
}
