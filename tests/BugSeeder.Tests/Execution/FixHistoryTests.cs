using BugSeeder.Execution.Git;

namespace BugSeeder.Tests.Execution;

public sealed class FixHistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Fix rounding of negative totals", true)]
    [InlineData("Bugfix: totals", true)]
    [InlineData("Totals\n\nCloses #12", true)]
    [InlineData("A regression in totals", true)]
    [InlineData("Add prefixes", false)]
    [InlineData("Add totals (#12)", false)]
    [InlineData("Update the docs", false)]
    [InlineData("Revert \"Fix rounding\"", false)]
    public void A_message_says_whether_something_was_mended(string message, bool says) => FixMessage.Says(message).ShouldBe(says);

    [Fact]
    public async Task A_fix_has_the_files_before_and_after_it_and_a_merge_holds_what_its_branch_did()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Folder("repository");
        async Task CommitAsync(string message)
        {
            await Command.RunAsync(path, "git", "add", "-A");
            await Command.RunAsync(path, "git", "commit", "-q", "-m", message);
        }

        await Command.RunAsync(path, "git", "init", "-q", "-b", "main");
        folder.Write("repository/sub/a.cs", "a1\n");
        folder.Write("repository/sub/readme.md", "r1\n");
        folder.Write("repository/other.cs", "o1\n");
        await CommitAsync("Start, which fixes nothing that was there");
        folder.Write("repository/sub/a.cs", "a2\n");
        folder.Write("repository/sub/new.cs", "n\n");
        folder.Write("repository/sub/readme.md", "r2\n");
        folder.Write("repository/other.cs", "o2\n");
        await CommitAsync("Fix a");
        folder.Write("repository/sub/a.cs", "a3\n");
        await CommitAsync("Extend a");
        await Command.RunAsync(path, "git", "checkout", "-q", "-b", "branch");
        folder.Write("repository/sub/a.cs", "a4\n");
        await CommitAsync("Product part");
        folder.Write("repository/sub/t.cs", "t1\n");
        await CommitAsync("Test part");
        await Command.RunAsync(path, "git", "checkout", "-q", "main");
        await Command.RunAsync(path, "git", "merge", "-q", "--no-ff", "-m", "Merge: fixes #3", "branch");

        var past = FixHistory.Walk(Path.Combine(path, "sub"), 100, Cancel);

        past.Walked.ShouldBe(6);
        past.IsCut.ShouldBeFalse();
        past.Fixes.Select(fix => fix.Message).ShouldBe(["Merge: fixes #3", "Fix a"]);
        past.Fixes[0].Files.ShouldBe([new("a.cs", "a3\n", "a4\n"), new("t.cs", null, "t1\n")]);
        past.Fixes[1].Files.ShouldBe([new("a.cs", "a1\n", "a2\n"), new("new.cs", null, "n\n")]);
        past.Fixes[1].Commit.ShouldBe((await Command.RunAsync(path, "git", "rev-parse", "main~2")).Trim());
        FixHistory.Walk(path, 2, Cancel).IsCut.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_past_there_is_nothing_to_walk()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Folder("empty");
        FixHistory.Walk(folder.Folder("plain"), 10, Cancel).ShouldBe(new(0, [], false), new PastWalks());
        await Command.RunAsync(path, "git", "init", "-q");
        FixHistory.Walk(path, 10, Cancel).Fixes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shallow_clone_says_that_the_past_goes_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Folder("repository");
        await Command.RunAsync(path, "git", "init", "-q");
        foreach (var text in new[] { "1", "2", "3" })
        {
            folder.Write("repository/a.cs", text);
            await Command.RunAsync(path, "git", "add", "-A");
            await Command.RunAsync(path, "git", "commit", "-q", "-m", $"Fix {text}");
        }

        await Command.RunAsync(folder.Path, "git", "clone", "-q", "--depth", "2", "file://" + path.Replace(" ", "%20", StringComparison.Ordinal), "shallow");

        var past = FixHistory.Walk(folder.File("shallow"), 10, Cancel);

        past.IsCut.ShouldBeTrue();
        past.Fixes.ShouldHaveSingleItem().Message.ShouldBe("Fix 3");
    }

    private sealed class PastWalks : IEqualityComparer<PastWalk>
    {
        public bool Equals(PastWalk? x, PastWalk? y) => x?.Walked == y?.Walked && x?.Fixes.Count == y?.Fixes.Count && x?.IsCut == y?.IsCut;

        public int GetHashCode(PastWalk obj) => obj.Walked;
    }
}
