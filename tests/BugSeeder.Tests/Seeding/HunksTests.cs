using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Tests.Seeding;

public sealed class HunksTests
{
    private const string Text = "class A\n{\n    int M()\n    {\n        var a = 1;\n        var b = 2;\n        return a + b;\n    }\n\n    int N() => 3;\n}\n";

    private static (BugShape Shape, IReadOnlyList<CodePlace> Places) Of(params (string Old, string New)[] changes)
    {
        var tree = Sources.Tree(("a.cs", Text), ("b.cs", Text.Replace("class A", "class B", StringComparison.Ordinal)));
        var edits = changes.Select(change => change.Old.StartsWith("b:", StringComparison.Ordinal)
            ? new TextEdit("b.cs", Text.IndexOf(change.Old[2..], StringComparison.Ordinal), change.Old[2..], change.New)
            : new TextEdit("a.cs", Text.IndexOf(change.Old, StringComparison.Ordinal), change.Old, change.New)).ToList();
        var seed = Hunks.SeedOf(SeedSource.Hand, "hand", BugClass.Literal, "", edits, tree, new TargetCode([Sources.Project("p.csproj", "P", tree)], []), TestContext.Current.CancellationToken);
        return (seed.Shape, seed.AllPlaces);
    }

    [Fact]
    public void Changes_on_neighbouring_lines_are_one_hunk()
    {
        var (shape, places) = Of(("1;", "2;"), ("2;\n        return", "1;\n        return"));

        shape.ShouldBe(BugShape.OneHunk);
        places.ShouldBe([new("a.cs", 5, 7, "A.M")]);
    }

    [Fact]
    public void A_run_of_whole_lines_ends_on_its_last_line() => Of(("        var a = 1;\n", "")).Places.ShouldBe([new("a.cs", 5, 5, "A.M")]);

    [Fact]
    public void Shapes_are_told_by_members_and_files()
    {
        Of(("1;", "2;"), ("a + b", "a - b")).Shape.ShouldBe(BugShape.SeveralHunks);
        Of(("1;", "2;"), ("3;", "4;")).Shape.ShouldBe(BugShape.AcrossMembers);
        Of(("1;", "2;"), ("b:3;", "4;")).Shape.ShouldBe(BugShape.AcrossFiles);
    }
}
