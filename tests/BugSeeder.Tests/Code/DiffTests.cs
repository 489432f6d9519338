using System.Text;
using BugSeeder.Code;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Tests.Code;

public sealed class DiffTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(1, 40).Select(number => $"line {number}\n"));

    public static TheoryData<string, string, string?, string?> Changes => new()
    {
        { "one line", "a.cs", Long, Long.Replace("line 20\n", "LINE 20\n", StringComparison.Ordinal) },
        { "far apart", "a.cs", Long, Long.Replace("line 2\n", "", StringComparison.Ordinal).Replace("line 39\n", "line 39\nmore\n", StringComparison.Ordinal) },
        { "close together", "a.cs", Long, Long.Replace("line 10\n", "", StringComparison.Ordinal).Replace("line 16\n", "x\ny\n", StringComparison.Ordinal) },
        { "first and last", "a.cs", Long, "first\n" + Long + "last\n" },
        { "CRLF", "a.cs", Long.Replace("\n", "\r\n", StringComparison.Ordinal), Long.Replace("\n", "\r\n", StringComparison.Ordinal).Replace("line 5\r", "LINE\r", StringComparison.Ordinal) },
        { "line ends alone", "a.cs", "a\nb\n", "a\r\nb\n" },
        { "no line end before", "a.cs", "a\nb", "a\nb\nc\n" },
        { "no line end after", "a.cs", "a\nb\n", "a\nc" },
        { "no line end at all", "a.cs", "a\nb\nc", "x\nb\nc" },
        { "added", "new folder/ä.cs", null, "a\nb\n" },
        { "added without line end", "a.cs", null, "a" },
        { "added empty", "a.cs", null, "" },
        { "deleted", "a b.cs", "a\nb\n", null },
        { "deleted empty", "a.cs", "", null },
        { "emptied", "a.cs", "a\n", "" },
        { "a name with blanks", "a b c.cs", "a\n", "b\n" },
        { "a name with a quote", "a\"b\\c.cs", "a\n", "b\n" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Git_applies_it(string what, string path, string? before, string? after)
    {
        what.ShouldNotBeEmpty();
        await AppliesAsync(Tree(path, before), Tree(path, after));
    }

    [Fact]
    public async Task Git_applies_it_to_a_file_with_a_byte_order_mark()
    {
        static SourceTree Marked(string text) => SourceTree.Of([KeyValuePair.Create("a.cs", new TreeFile([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]))]);

        await AppliesAsync(Marked("using A;\nb\n"), Marked("using A;\nc\n"));
        await AppliesAsync(Marked("a\n"), Tree("a.cs", "a\n"));
    }

    [Fact]
    public async Task Git_applies_a_change_of_mode()
    {
        var plain = SourceTree.Of([KeyValuePair.Create("run.sh", new TreeFile("a\n"u8.ToArray()))]);
        var executable = SourceTree.Of([KeyValuePair.Create("run.sh", new TreeFile("a\n"u8.ToArray(), isExecutable: true))]);

        await AppliesAsync(plain, executable);
    }

    [Fact]
    public void What_is_no_text_is_named()
    {
        var diff = Diff.Unified(SourceTree.Empty, SourceTree.Of([KeyValuePair.Create("a.bin", new TreeFile([0, 1])), KeyValuePair.Create("link", new TreeFile([], false, "/etc"))]));

        diff.ShouldContain("Binary files /dev/null and b/a.bin differ");
        diff.ShouldContain("b/link");
    }

    [Fact]
    public void Equal_trees_have_no_difference() => Diff.Unified(Tree("a", "a"), Tree("a", "a")).ShouldBeEmpty();

    private static SourceTree Tree(string path, string? text) => text is null ? SourceTree.Empty : SourceTree.Of([KeyValuePair.Create(path, TreeFile.OfText(text))]);

    private static async Task AppliesAsync(SourceTree from, SourceTree to)
    {
        using var folder = new TemporaryFolder();
        var work = folder.Folder("work");
        TreeFolder.Write(from, work);
        var patch = folder.File("a.patch");
        await File.WriteAllTextAsync(patch, Diff.Unified(from, to), TestContext.Current.CancellationToken);

        await Command.RunAsync(work, "git", "apply", "--whitespace=nowarn", patch);

        TreeFolder.Read(work, _ => false).DifferencesTo(to).ShouldBeEmpty(Diff.Unified(from, to));
    }
}
