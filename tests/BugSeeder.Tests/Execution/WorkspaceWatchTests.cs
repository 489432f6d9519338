using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Tests.Execution;

public sealed class WorkspaceWatchTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();
    private readonly SourceTree given = SourceTree.Empty.WithText("a.cs", "one\n").WithText("b.cs", "two\n");

    [Fact]
    public void Going_round_in_circles_is_seen()
    {
        var watch = Watch();
        foreach (var text in new[] { "first try\n", "second try, longer\n", "first try\n", "one\n" })
            Step(watch, "a.cs", text);

        watch.History.ShouldBe(new(3, Revisited: 2, Reverted: 2));
    }

    [Fact]
    public void Going_forward_is_no_circle()
    {
        var watch = Watch();
        Step(watch, "a.cs", "better\n");
        Step(watch, "b.cs", "better too\n");
        Step(watch, "c.cs", "new\n");

        watch.History.ShouldBe(new(4, 0, 0));
    }

    [Fact]
    public void Build_output_and_git_are_not_looked_at()
    {
        var watch = Watch();
        foreach (var path in new[] { "bin/a.dll", "obj/a.json", ".git/index", "log/ignored.txt" })
            Step(watch, path, "x");

        watch.History.ShouldBe(new(1, 0, 0));
    }

    [Fact]
    public async Task A_last_look_is_taken_when_the_work_is_over()
    {
        TreeFolder.Write(given, folder.FullName);
        var (result, history) = await new WorkspaceWatch(folder.FullName, given, _ => false).DuringAsync(
            () =>
            {
                File.Delete(Path.Combine(folder.FullName, "b.cs"));
                return Task.FromResult(7);
            },
            TestContext.Current.CancellationToken);

        result.ShouldBe(7);
        history.ShouldBe(new(2, 0, 0));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pipe_is_passed_over()
    {
        var watch = Watch();
        await Command.RunAsync(folder.FullName, "mkfifo", "pipe.cs");
        await Task.Run(watch.Look, TestContext.Current.CancellationToken);

        watch.History.ShouldBe(new(1, 0, 0));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private WorkspaceWatch Watch()
    {
        TreeFolder.Write(given, folder.FullName);
        var watch = new WorkspaceWatch(folder.FullName, given, path => path.StartsWith("log", StringComparison.Ordinal));
        watch.Look();
        return watch;
    }

    private void Step(WorkspaceWatch watch, string path, string text)
    {
        var full = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        watch.Look();
    }
}
