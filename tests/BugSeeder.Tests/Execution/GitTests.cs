using BugSeeder.Execution.Git;
using BugSeeder.Model;

namespace BugSeeder.Tests.Execution;

public sealed class GitTests
{
    private static async Task<string> RepositoryAsync(TemporaryFolder folder, string name = "repository")
    {
        var path = folder.Folder(name);
        await Command.RunAsync(path, "git", "init", "-q");
        folder.Write($"{name}/.gitignore", "*.log\nbin/\n");
        folder.Write($"{name}/a.cs", "a\n");
        folder.Write($"{name}/sub folder/ü.cs", "b\n");
        await Command.RunAsync(path, "git", "add", "-A");
        await Command.RunAsync(path, "git", "commit", "-q", "-m", "x");
        return path;
    }

    [Fact]
    public async Task A_repository_has_what_is_tracked_and_what_git_would_offer_to_track()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        folder.Write("repository/new/c.cs", "c\n");
        folder.Write("repository/a.log", "ignored\n");
        folder.Write("repository/bugseeder.yml", "run:\n");
        folder.Write("repository/.bugseeder/banks/x/bank.json", "{}");

        var source = TargetReader.Read(path);

        source.Tree.Files.Keys.ShouldBe([".gitignore", "a.cs", "new/c.cs", "sub folder/ü.cs"]);
        source.Identity.Commit.ShouldBe((await Command.RunAsync(path, "git", "rev-parse", "HEAD")).Trim());
        source.Identity.Dirty.ShouldBeTrue();
        source.Identity.Tree.ShouldBe(source.Tree.Hash);
    }

    [Fact]
    public async Task A_clean_repository_is_not_dirty_for_our_own_files()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        folder.Write("repository/.bugseeder/banks/x/bank.json", "{}");
        folder.Write("repository/bugseeder.yml", "run:\n");

        TargetReader.Read(path).Identity.Dirty.ShouldBeFalse();
    }

    [Fact]
    public async Task Uncommitted_changes_belong_to_it()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        folder.Write("repository/a.cs", "changed\n");
        File.Delete(Path.Combine(path, "sub folder", "ü.cs"));

        var source = TargetReader.Read(path);

        source.Tree.Files["a.cs"].Text.ShouldBe("changed\n");
        source.Tree.Files.Keys.ShouldNotContain("sub folder/ü.cs");
        source.Identity.Dirty.ShouldBeTrue();
        source.Notes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_folder_of_a_repository_is_a_target_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        folder.Write("repository/a.cs", "changed outside\n");

        var source = TargetReader.Read(Path.Combine(path, "sub folder"));

        source.Tree.Files.Keys.ShouldBe(["ü.cs"]);
        source.Identity.Dirty.ShouldBeFalse();
        source.Identity.Commit.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_repository_is_read_through_a_link_too()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        File.CreateSymbolicLink(folder.File("link"), path);

        TargetReader.Read(folder.File("link")).Tree.Hash.ShouldBe(TargetReader.Read(path).Tree.Hash);
    }

    [Fact]
    public async Task A_pipe_that_nobody_writes_to_does_not_stop_us()
    {
        using var folder = new TemporaryFolder();
        var path = await RepositoryAsync(folder);
        await Command.RunAsync(path, "mkfifo", "pipe");

        var source = await Task.Run(() => TargetReader.Read(path), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        source.Tree.Files.Keys.ShouldNotContain("pipe");
    }

    [Fact]
    public async Task Submodules_belong_to_it_and_must_be_checked_out()
    {
        using var folder = new TemporaryFolder();
        var inner = await RepositoryAsync(folder, "inner");
        var path = await RepositoryAsync(folder);
        await Command.RunAsync(path, "git", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "lib");
        await Command.RunAsync(path, "git", "commit", "-q", "-m", "y");

        TargetReader.Read(path).Tree.Files.Keys.ShouldContain("lib/sub folder/ü.cs");
        await Command.RunAsync(folder.Path, "git", "clone", "-q", path, "clone");
        Should.Throw<UserError>(() => TargetReader.Read(folder.File("clone"))).Remedy.ShouldContain("git submodule update");
    }

    [Fact]
    public void Without_a_repository_it_has_everything_but_the_output_of_tools()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "t/p/P.csproj", "t/p/bin/P.dll", "t/p/obj/x.cs", "t/docs/bin/kept.md", "t/.vs/x", "t/node_modules/a/b.js", "t/a.log" })
            folder.Write(file, "x");

        var source = TargetReader.Read(folder.File("t"));

        source.Tree.Files.Keys.ShouldBe(["a.log", "docs/bin/kept.md", "p/P.csproj"]);
        source.Identity.Commit.ShouldBeNull();
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_the_users_to_mend()
    {
        using var folder = new TemporaryFolder();

        Should.Throw<UserError>(() => TargetReader.Read(folder.File("gone"))).ExitCode.ShouldBe(ExitCode.Usage);
        Should.Throw<UserError>(() => TargetReader.Read(folder.Folder("empty"))).ExitCode.ShouldBe(ExitCode.TargetUnusable);
    }

    [Fact]
    public async Task A_workspace_has_one_neutral_commit_that_depends_on_its_files_alone()
    {
        using var folder = new TemporaryFolder();
        var tree = Sources.Tree((".gitignore", "*.cs\n"), ("a.cs", "a\r\n"), ("b/ü.cs", "b\n")).With("run.sh", new("x"u8.ToArray(), isExecutable: true)).With("link", new([], false, "a.cs"));
        Workspace.Create(tree, folder.File("1"));
        Workspace.Create(tree, folder.File("2"));
        Workspace.Create(tree.WithText("a.cs", "c"), folder.File("3"));

        var log = await Command.RunAsync(folder.File("1"), "git", "log", "--all", "--format=%an|%ae|%ad|%cn|%ce|%cd|%s|%H", "--date=iso-strict");
        log.ShouldStartWith("Developer|developer@example.com|2024-01-01T12:00:00Z|Developer|developer@example.com|2024-01-01T12:00:00Z|Initial commit|".Replace("Z", log.Contains("+00:00", StringComparison.Ordinal) ? "+00:00" : "Z", StringComparison.Ordinal));
        log.Trim().Split('\n').ShouldHaveSingleItem();
        (await Command.RunAsync(folder.File("2"), "git", "rev-parse", "HEAD")).ShouldBe(log.Trim().Split('|')[^1] + "\n");
        (await Command.RunAsync(folder.File("3"), "git", "rev-parse", "HEAD")).ShouldNotBe(log.Trim().Split('|')[^1] + "\n");
        (await Command.RunAsync(folder.File("1"), "git", "status", "--porcelain")).ShouldBeEmpty();
        (await Command.RunAsync(folder.File("1"), "git", "remote")).ShouldBeEmpty();
        (await Command.RunAsync(folder.File("1"), "git", "reflog")).Trim().Split('\n').Length.ShouldBeLessThanOrEqualTo(1);
        (await Command.RunAsync(folder.File("1"), "git", "-c", "core.quotePath=false", "ls-files")).ShouldBe(".gitignore\na.cs\nb/ü.cs\nlink\nrun.sh\n");
    }

    [Fact]
    public void What_an_assistant_leaves_is_read_by_the_rules_that_were_given()
    {
        using var folder = new TemporaryFolder();
        var tree = Sources.Tree((".gitignore", "*.log\n"), ("p/P.csproj", "x"), ("p/a.cs", "a"));
        Workspace.Create(tree, folder.File("w"));
        using var rules = new IgnoreRules(tree, folder.File("rules"));
        folder.Write("w/.gitignore", "*\n");
        folder.Write("w/p/new.cs", "n");
        folder.Write("w/p/a.log", "ignored");
        folder.Write("w/p/bin/x.dll", "output");
        folder.Write("w/.git/x", "git's own");

        Workspace.Harvest(folder.File("w"), tree, rules.Ignores).DifferencesTo(tree).ShouldBe([".gitignore", "p/new.cs"]);
    }
}
