using System.Diagnostics;
using System.Globalization;
using System.Runtime;

namespace BugSeeder.Bench.Measuring;

/// <summary>What the runtime itself took of our own process, which no phase shows: it compiles on threads of its own.</summary>
/// <param name="CpuSeconds">CPU time of our own process, without those it started.</param>
/// <param name="CompilingSeconds">Of which to compile methods.</param>
/// <param name="CompiledMethods">How many were compiled.</param>
/// <param name="PausedSeconds">How long all threads stood still for the collector.</param>
/// <param name="Collections">How often it collected.</param>
internal sealed record RuntimeCost(double CpuSeconds, double CompilingSeconds, long CompiledMethods, double PausedSeconds, int Collections)
{
    /// <summary>Up to now.</summary>
    public static RuntimeCost Now()
    {
        using var process = Process.GetCurrentProcess();
        return new(process.TotalProcessorTime.TotalSeconds, JitInfo.GetCompilationTime().TotalSeconds, JitInfo.GetCompiledMethodCount(), GC.GetTotalPauseDuration().TotalSeconds, GC.CollectionCount(0));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"  own process {CpuSeconds:0.0} s CPU, of which {CompilingSeconds:0.0} s compiling {CompiledMethods} methods; stopped for {Collections} collections {PausedSeconds:0.0} s");
}
