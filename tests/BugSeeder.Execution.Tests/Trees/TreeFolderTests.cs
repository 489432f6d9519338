using BugSeeder.Execution.Trees;

namespace BugSeeder.Execution.Tests.Trees;

public sealed class TreeFolderTests
{
    [Fact]
    public void A_file_named_git_is_no_part_of_a_tree()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File(".git"), "gitdir: elsewhere");
        File.WriteAllText(folder.File("a.cs"), "class A;");

        Assert.Equal(["a.cs"], TreeFolder.Read(folder.Path, _ => false).Files.Keys);
    }
}
