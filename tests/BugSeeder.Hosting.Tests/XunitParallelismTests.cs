using BugSeeder.TestHost.Frameworks;

namespace BugSeeder.Hosting.Tests;

public sealed class XunitParallelismTests : IDisposable
{
    private const string Off = "xunit.execution.DisableParallelization";
    private const string Threads = "xunit.execution.MaxParallelThreads";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("xunit ");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("{}", null, null)]
    [InlineData("""{ "parallelizeTestCollections": false }""", true, null)]
    [InlineData("""{ "parallelizeTestCollections": true, "maxParallelThreads": 3, /* all */ }""", false, 3)]
    [InlineData("""{ "maxParallelThreads": "unlimited" }""", null, -1)]
    [InlineData("""{ "maxParallelThreads": "default", "parallelizeTestCollections": "no" }""", null, null)]
    [InlineData("""{ "maxParallelThreads": 0 }""", null, null)]
    [InlineData("""[ "parallelizeTestCollections" ]""", null, null)]
    [InlineData("""{ "parallelizeTestCollections": """, null, null)]
    public void The_runners_file_says_how_many_at_once(string file, bool? off, int? threads)
    {
        Write("xunit.runner.json", file);

        var options = XunitParallelism.Of(Assembly, sideBySide: true);

        options.GetValueOrDefault(Off).ShouldBe(off);
        options.GetValueOrDefault(Threads).ShouldBe(threads);
    }

    [Fact]
    public void So_many_times_the_cores_is_a_number()
    {
        Write("xunit.runner.json", """{ "maxParallelThreads": "2x" }""");

        XunitParallelism.Of(Assembly, sideBySide: true)[Threads].ShouldBe(2 * Environment.ProcessorCount);
    }

    [Fact]
    public void A_file_of_the_assemblys_own_goes_first()
    {
        Write("xunit.runner.json", """{ "maxParallelThreads": 3 }""");
        Write("My.Tests.xunit.runner.json", """{ "maxParallelThreads": 4 }""");

        XunitParallelism.Of(Assembly, sideBySide: true)[Threads].ShouldBe(4);
    }

    [Fact]
    public void One_at_a_time_no_file_is_asked()
    {
        Write("xunit.runner.json", """{ "parallelizeTestCollections": true, "maxParallelThreads": 3 }""");

        XunitParallelism.Of(Assembly, sideBySide: false).ShouldBe(new Dictionary<string, object>(StringComparer.Ordinal) { [Off] = true });
    }

    private string Assembly => Path.Combine(folder.FullName, "My.Tests.dll");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder.FullName, name), text);
}
