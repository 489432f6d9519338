using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Runs;

namespace BugSeeder.Execution.Tests.Sandboxes;

public sealed class BuildBoxTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Builds_and_the_compiler_server_meet_where_the_compiler_looks()
    {
        using var walled = await Walled.OpenAsync(SandboxLevel.Bubblewrap, Token);
        var folder = Directory.CreateDirectory(Path.Combine(walled.Folder, "t")).FullName;
        var (tree, traversal) = (Directory.CreateDirectory(Path.Combine(folder, "1", "tree")).FullName, Path.Combine(folder, "1", "all.proj"));
        await File.WriteAllTextAsync(traversal, "<Project />", Token);
        var boxes = new BuildBoxes(walled.Sandbox, folder);
        boxes.Restored(tree);

        async Task<string> RunAsync(string script, Box? box) => (await ProcessRunner.RunAsync(walled.Script(script, box) with { WorkingDirectory = tree }, Token)).OutputText;

        // On Unix it puts its socket there, whatever TMPDIR says.
        await RunAsync("echo served > /tmp/0123456789abcdef", boxes.ForCompiler());

        (await RunAsync("cat /tmp/0123456789abcdef", boxes.ForBuild(tree, traversal, notes: null))).ShouldBe("served\n");
        (await RunAsync("cat /tmp/0123456789abcdef", boxes.ForTests(tree, Directory.CreateDirectory(Path.Combine(folder, "1", "out")).FullName))).ShouldBeEmpty();
    }
}
