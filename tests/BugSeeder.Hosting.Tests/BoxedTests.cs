using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;

namespace BugSeeder.Hosting.Tests;

/// <summary>Workers for code that somebody else has written.</summary>
public sealed class BoxedTests(TrapTarget target)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("X2")]
    [InlineData("X3")]
    [InlineData("N")]
    [InlineData("M")]
    public async Task Every_framework_says_the_same_in_a_box(string project)
    {
        var host = await target.BoxedAsync(project);

        var hosted = await host.TestAsync(TreeWith("number > 0 ?", "number >= 0 ?"), lane: 0, Cancel);
        var real = await target.Judge.JudgeAsync(TreeWith("number > 0 ?", "number >= 0 ?"), Cancel);

        hosted.ShouldNotBeNull().Outcome.ShouldBe(TreeOutcome.Tested);
        hosted.Tests.ShouldBe(real.Tests.Where(test => test.Key.StartsWith($"{project}::", StringComparison.Ordinal)), ignoreOrder: true);
        hosted.Failures.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Code_in_a_box_does_not_see_this_machine()
    {
        var secret = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(secret, "an answer", Cancel);
        try
        {
            var tree = TreeWith("return 1;", $"return System.IO.File.Exists(\"{secret}\") ? 2 : 1;");

            (await (await target.BoxedAsync("X2")).TestAsync(tree, lane: 0, Cancel)).ShouldNotBeNull().Failures.ShouldBeEmpty();
            (await target.With("X2").TestAsync(tree, lane: 0, Cancel)).ShouldNotBeNull().Failures.ShouldNotBeEmpty("outside of a box it is seen");
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task What_the_tests_of_one_tree_leave_is_gone_before_the_next()
    {
        const string Left = "System.IO.Path.Combine(System.AppContext.BaseDirectory, \"left.txt\")";
        var host = await target.BoxedAsync("X2");

        var first = await host.TestAsync(TreeWith("return 1;", $"System.IO.File.WriteAllText({Left}, \"\"); return System.IO.File.Exists({Left}) ? 1 : 2;"), lane: 0, Cancel);
        var second = await host.TestAsync(TreeWith("return 1;", $"return System.IO.File.Exists({Left}) ? 2 : 1;"), lane: 0, Cancel);

        first.ShouldNotBeNull().Failures.ShouldBeEmpty("it could write there");
        second.ShouldNotBeNull().Failures.ShouldBeEmpty("and the next does not find it");
    }

    private SourceTree TreeWith(string original, string replacement) => Edits.Apply(target.Judge.Original, target.Plant("Traps/Ordinary.cs", original, replacement).Edits);
}
