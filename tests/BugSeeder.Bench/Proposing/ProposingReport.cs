using System.Diagnostics;
using BugSeeder.Bench.Measuring;
using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromPacks;
using BugSeeder.Seeding;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Bench.Proposing;

/// <summary>What proposing costs.</summary>
/// <param name="Files">Product files.</param>
/// <param name="Lines">Lines in them, blank ones included.</param>
/// <param name="First">The first time in this process: this is what a user waits for.</param>
/// <param name="Again">Milliseconds of CPU a line of the later times; <see langword="null"/> with one round.</param>
/// <param name="Seeds">What was proposed.</param>
internal sealed record ProposingReport(int Files, int Lines, Usage First, Spread? Again, IReadOnlyList<Seed> Seeds)
{
    /// <summary>Proposes some times, each with compilations that have bound nothing yet.</summary>
    public static ProposingReport Of(TargetCode code, int rounds, CancellationToken cancellationToken)
    {
        var files = code.Products.SelectMany(project => project.Trees).DistinctBy(entry => entry.Key).ToList();
        var lines = files.Sum(entry => entry.Value.GetText(cancellationToken).Lines.Count);
        var (seeds, first) = Once(code, cancellationToken);
        var later = Enumerable.Range(1, Math.Max(0, rounds - 1)).Select(_ => 1000 * Once(code, cancellationToken).Usage.CpuSeconds!.Value / lines).ToList();
        return new(files.Count, lines, first, Spread.Of(later), seeds);
    }

    private static (IReadOnlyList<Seed> Seeds, Usage Usage) Once(TargetCode code, CancellationToken cancellationToken)
    {
        var fresh = code with { Products = [.. code.Products.Select(project => project with { Compilation = (CSharpCompilation)project.Compilation.Clone() })] };
        using var process = Process.GetCurrentProcess();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var seeds = Seeder.Propose(fresh, Packs.Shipped, cancellationToken);
        process.Refresh();
        return (seeds, new(clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalSeconds));
    }
}
