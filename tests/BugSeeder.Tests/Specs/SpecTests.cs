using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Specs;

namespace BugSeeder.Tests.Specs;

public sealed class SpecTests
{
    private const string Words = "An order of more than ten pieces costs nine times the price of one piece, and nothing is ever given away for free.";

    [Fact]
    public void A_file_gets_a_neutral_name_and_its_origin_is_known()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/draft 2.md", "# Spec\n");

        var spec = SpecVariant.Read("docs/draft 2.md", folder.Path);

        spec.Files.Keys.ShouldBe(["SPEC.md"]);
        spec.Origins.ShouldBe(["docs/draft 2.md"]);
        spec.Place.ShouldBe("the file `SPEC.md`");
    }

    [Fact]
    public void A_folder_keeps_its_inner_names_and_only_its_text()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/a.md", "A");
        folder.Write("specs/in/b.txt", "B");
        folder.Write("specs/picture.svg", "<svg/>");

        var spec = SpecVariant.Read(folder.File("specs"), folder.Path);

        spec.Files.Keys.ShouldBe(["SPEC/a.md", "SPEC/in/b.txt"]);
        spec.Origins.ShouldBe(["specs/a.md", "specs/in/b.txt", "specs/picture.svg"], ignoreOrder: true);
        spec.Text.ShouldBe("A\n\nB");
        spec.Files.Keys.ShouldAllBe(path => SpecVariant.IsSpec(path));
        SpecVariant.IsSpec("SPECIAL.md").ShouldBeFalse();
    }

    [Fact]
    public void A_spec_from_elsewhere_has_no_origin()
    {
        using var folder = new TemporaryFolder();

        SpecVariant.Read(folder.Write("spec.md", "A"), folder.Folder("target")).Origins.ShouldBeEmpty();
    }

    [Fact]
    public void Several_files_and_folders_are_one_spec()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/a.md", "A");
        folder.Write("more/b.md", "B");

        var spec = SpecVariant.Read("docs/a.md+more", folder.Path);

        spec.Files.Keys.ShouldBe(["SPEC/a.md", "SPEC/more/b.md"]);
        spec.Origins.ShouldBe(["docs/a.md", "more/b.md"]);
        spec.Place.ShouldBe("the folder `SPEC`");
    }

    [Fact]
    public async Task A_spec_can_be_read_as_it_was_at_a_revision()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/spec.md", "It must be old.");
        foreach (var arguments in (string[][])[["init", "-q"], ["add", "."], ["commit", "-qm", "one"], ["tag", "v1"]])
            await Command.RunAsync(folder.Path, "git", arguments);
        folder.Write("docs/spec.md", "It must be new.");

        var old = SpecVariant.Read("docs/spec.md@v1", folder.Path);

        old.Text.ShouldBe("It must be old.");
        old.Name.ShouldBe("spec@v1");
        old.Origins.ShouldBe(["docs/spec.md"]);
        SpecVariant.Read("docs/spec.md", folder.Path).Text.ShouldBe("It must be new.");
        SpecVariant.Read("docs@v1", folder.Path).Files.Keys.ShouldBe(["SPEC/spec.md"]);
        Should.Throw<UserError>(() => SpecVariant.Read("docs/spec.md@v2", folder.Path)).Message.ShouldContain("no revision 'v2'");
        Should.Throw<UserError>(() => SpecVariant.Read("docs/other.md@v1", folder.Path)).Message.ShouldContain("docs/other.md");
    }

    [Theory]
    [InlineData("AGENTS.md")]
    [InlineData("src/CLAUDE.md")]
    [InlineData(".claude/skills/tax/SKILL.md")]
    public void Instructions_for_assistants_stay_at_their_own_paths(string path)
    {
        using var folder = new TemporaryFolder();
        folder.Write(path, "Amounts must be decimal.");

        var spec = SpecVariant.Read(path, folder.Path);

        spec.Files.Keys.ShouldBe([path]);
        spec.Place.ShouldBe($"the file `{path}`");
        SpecVariant.IsSpec(path).ShouldBeTrue();
    }

    [Theory]
    [InlineData("gone.md", "does not exist")]
    [InlineData("empty.md", "has no text")]
    [InlineData("bare", "has no text")]
    [InlineData("binary.md", "not text")]
    public void A_spec_that_cannot_be_read_is_the_users_to_mend(string path, string problem)
    {
        using var folder = new TemporaryFolder();
        folder.Write("empty.md", " \n");
        folder.Folder("bare");
        File.WriteAllBytes(folder.File("binary.md"), [0xC3, 0x28]);

        Should.Throw<UserError>(() => SpecVariant.Read(path, folder.Path)).Message.ShouldContain(problem);
    }

    [Fact]
    public void What_says_the_same_is_left_out_and_what_does_not_stays()
    {
        using var folder = new TemporaryFolder();
        folder.Write("docs/spec.md", $"# Orders\n\n{Words}\n");
        var spec = SpecVariant.Read("docs/spec.md", folder.Path);
        var tree = Sources.Tree(
            ("docs/spec.md", Words), ("README.md", $"Shop.\n\n> {Words.ToUpperInvariant().Replace(" ", " **", StringComparison.Ordinal)}"), ("docs/other.md", "An order of more than ten pieces is large."),
            ("src/a.cs", $"// {Words}"), ("notes/a.txt", "Anything."));

        var found = Restatement.Find(tree, [spec], ["notes/**"]);

        found.Keys.ShouldBe(["README.md", "docs/spec.md", "notes/a.txt"]);
        found["docs/spec.md"].ShouldBe("it is the spec");
        Restatement.Find(tree, [], []).ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_that_are_no_text_do_not_restate_anything()
    {
        var tree = SourceTree.Of([KeyValuePair.Create("a.md", new TreeFile([0xC3, 0x28]))]);
        using var folder = new TemporaryFolder();

        Restatement.Find(tree, [SpecVariant.Read(folder.Write("s.md", Words), folder.Path)], []).ShouldBeEmpty();
    }
}
