using BugSeeder.Bench.Measuring;

namespace BugSeeder.Tests.Bench;

/// <summary>It waits for whatever child there is, so no other test may have one meanwhile.</summary>
[CollectionDefinition(nameof(ProcessTreeTests), DisableParallelization = true)]
[Collection(nameof(ProcessTreeTests))]
public sealed class ProcessTreeTests
{
    /// <summary>A shell that starts another in the background and is gone before it: its time must be counted all the same.</summary>
    [Fact]
    public async Task The_time_of_a_program_that_outlives_its_parent_is_counted()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processor time of descendants is read from /proc.");
        const string Busy = "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done";

        var (result, usage) = await ProcessTree.RunAsync(new("sh", ["-c", $"( {Busy} ) & wait"], Path.GetTempPath()), TestContext.Current.CancellationToken);
        var (_, orphaned) = await ProcessTree.RunAsync(new("sh", ["-c", $"( sh -c '{Busy}; echo done' ) & sleep 3"], Path.GetTempPath()), TestContext.Current.CancellationToken);

        result.Succeeded.ShouldBeTrue();
        usage.CpuSeconds.ShouldNotBeNull().ShouldBeGreaterThan(0.02);
        orphaned.CpuSeconds.ShouldNotBeNull().ShouldBeGreaterThan(0.02);
    }
}
