using System.Text;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;

namespace BugSeeder.Tests.Execution;

public sealed class TreeTests
{
    private static SourceTree One(string path, TreeFile file) => SourceTree.Of([KeyValuePair.Create(path, file)]);

    [Fact]
    public void Whatever_differs_gives_another_hash()
    {
        string[] hashes =
        [
            SourceTree.Empty.Hash, One("a", new([1])).Hash, One("a", new([2])).Hash, One("b", new([1])).Hash, One("a", new([1], isExecutable: true)).Hash,
            One("a", new([], false, "b")).Hash, One("a", new([], false, "c")).Hash, One("a", new([])).Hash,
        ];

        hashes.ShouldBeUnique();
        One("a", new([1])).With("b", new([2])).Hash.ShouldBe(One("b", new([2])).With("a", new([1])).Hash);
        One("a", new([1])).With("b", new([2])).Without(["b", "gone"]).Hash.ShouldBe(One("a", new([1])).Hash);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xFE, 0xFF })]
    public void Text_is_read_and_written_back_in_its_own_encoding(byte[] mark)
    {
        Encoding encoding = mark is [0xFF, ..] ? new UnicodeEncoding(false, false) : mark is [0xFE, ..] ? new UnicodeEncoding(true, false) : new UTF8Encoding(false);
        var file = new TreeFile([.. mark, .. encoding.GetBytes("aü€😀\r\n")], isExecutable: true);

        file.Text.ShouldBe("aü€😀\r\n");
        file.WithText("ü").Content.ShouldBe([.. mark, .. encoding.GetBytes("ü")]);
        file.WithText("ü").IsExecutable.ShouldBeTrue();
        file.WithText(file.Text!).Hash.ShouldBe(file.Hash);
    }

    [Theory]
    [InlineData(new byte[] { 0xC3, 0x28 })]
    [InlineData(new byte[] { 0x61, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0xD8 })]
    [InlineData(new byte[] { 0xE4 })]
    public void Bytes_that_cannot_be_written_back_are_no_text(byte[] content) => new TreeFile(content).Text.ShouldBeNull();

    [Fact]
    public void A_tree_comes_back_from_disk_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        var tree = One("a/b c/ä.txt", TreeFile.OfText("x")).With("run.sh", new("x"u8.ToArray(), isExecutable: true)).With("link", new([], false, "a/../a/b c")).With("empty", new([]));

        TreeFolder.Write(tree, folder.File("t"));

        TreeFolder.Read(folder.File("t"), _ => false).DifferencesTo(tree).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("a/../../b")]
    [InlineData("/tmp/outside-of-the-tree")]
    public void A_path_that_leads_out_is_refused(string path)
    {
        using var folder = new TemporaryFolder();

        Should.Throw<UserError>(() => TreeFolder.Write(One(path, new([1])), folder.Folder("t"))).Message.ShouldContain("leads out");
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    public void A_link_that_leads_out_is_refused(string target)
    {
        using var folder = new TemporaryFolder();

        Should.Throw<UserError>(() => TreeFolder.Write(One("link", new([], false, target)), folder.File("t"))).Message.ShouldContain("leads out");
    }

    [Fact]
    public async Task Pipes_are_passed_over_and_links_are_not_followed()
    {
        using var folder = new TemporaryFolder();
        var inner = folder.Folder("t");
        await Command.RunAsync(inner, "mkfifo", "pipe", "file.cs");
        await Command.RunAsync(inner, "ln", "-s", "/", "root");
        await Command.RunAsync(inner, "ln", "-s", "pipe", "to-pipe");
        await Command.RunAsync(inner, "ln", "-s", "nowhere", "dangling");

        var tree = await Task.Run(() => TreeFolder.Read(inner, _ => false), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        tree.Files.Select(file => (file.Key, file.Value.LinkTarget)).ShouldBe([("dangling", "nowhere"), ("root", "/"), ("to-pipe", "pipe")]);
    }

    [Fact]
    public void A_file_over_the_limit_is_kept_as_its_length()
    {
        using var folder = new TemporaryFolder();
        folder.Write("t/large.cs", new string('x', 1000));

        var file = TreeFolder.Read(folder.File("t"), _ => false, new ReadLimits(999, 1_000_000)).Files["large.cs"];

        file.Text.ShouldBeNull();
        file.Content.Length.ShouldBeLessThan(50);
    }

    [Fact]
    public void A_folder_changes_from_one_tree_to_another_even_where_files_become_folders()
    {
        using var folder = new TemporaryFolder();
        var from = Sources.Tree(("a", "1"), ("b/c", "2"), ("b/d/e", "3"), ("same", "4"));
        var to = Sources.Tree(("a/x", "1"), ("b", "2"), ("same", "4"));
        TreeFolder.Write(from, folder.File("t"));

        TreeFolder.Change(folder.File("t"), from, to);
        TreeFolder.Read(folder.File("t"), _ => false).DifferencesTo(to).ShouldBeEmpty();
        TreeFolder.Change(folder.File("t"), to, from);
        TreeFolder.Read(folder.File("t"), _ => false).DifferencesTo(from).ShouldBeEmpty();
    }
}
