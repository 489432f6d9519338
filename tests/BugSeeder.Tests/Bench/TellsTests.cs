using BugSeeder.Bench.Tells;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Tests.Bench;

public sealed class TellsTests
{
    private const int Files = 12;

    /// <summary>Code in which some lines are laid out carelessly, as people's code is.</summary>
    private static SourceTree Tree()
    {
        var random = new SeededRandom(5);
        string Blank() => random.Next(4) == 0 ? "  " : " ";
        string Method(int number) => $"    public int Method{number}(int first,{(random.Next(4) == 0 ? "" : " ")}int second)\n    {{\n        var total{Blank()}= first + {number};\n        if (total{Blank()}> second)\n            return second;{(random.Next(5) == 0 ? " " : "")}\n        return total{Blank()}+ first;\n    }}\n";
        return Sources.Tree([.. Enumerable.Range(0, Files).Select(file => ($"f{file}.cs", $"public class F{file}\n{{\n{string.Join('\n', Enumerable.Range(0, 8).Select(Method))}}}\n"))]);
    }

    /// <summary>A seed in every method.</summary>
    private static List<Seed> Bugs(SourceTree tree, Func<string, SeededRandom, string> replace)
    {
        var random = new SeededRandom(7);
        var bugs = new List<Seed>();
        foreach (var (path, file) in tree.Files)
        {
            for (var at = file.Text!.IndexOf("return total", StringComparison.Ordinal); at >= 0; at = file.Text.IndexOf("return total", at + 1, StringComparison.Ordinal))
            {
                var original = file.Text[at..file.Text.IndexOf(';', at)];
                var place = new CodePlace(path, 1, 1, "");
                bugs.Add(new($"{bugs.Count}", SeedSource.Hand, "hand", BugClass.Arithmetic, [], "", [new(path, at, original, replace(original, random))], place));
            }
        }

        return bugs;
    }

    [Fact]
    public void Edits_that_keep_the_layout_cannot_be_told_by_it()
    {
        var tree = Tree();

        var report = TellReport.Of(tree, Bugs(tree, (text, _) => text.Replace('+', '-')));

        report.Layout.IsAtChance.ShouldBeTrue();
        report.Layout.Undecided.ShouldBe(report.Layout.Places);
        report.Layout.Places.ShouldBe(8 * Files);
    }

    [Fact]
    public void A_mutator_that_tidies_up_is_caught()
    {
        var tree = Tree();

        var report = TellReport.Of(tree, Bugs(tree, (text, _) => text.Replace('+', '-').Replace("  ", " ", StringComparison.Ordinal)));
        var always = TellReport.Of(tree, Bugs(tree, (text, _) => text.Replace(" + ", "-", StringComparison.Ordinal) + " "));

        report.Layout.Low.ShouldBeGreaterThan(0.5);
        report.Layout.Weights.Keys.First().ShouldBe("blanks in a row");
        always.Layout.Low.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Layout_that_changes_either_way_by_chance_is_at_chance_on_files_that_were_not_learned_from()
    {
        var tree = Tree();

        var report = TellReport.Of(tree, Bugs(tree, (_, random) => $"return total{(random.Next(4) == 0 ? "  " : " ")}- first"));

        report.Layout.IsAtChance.ShouldBeTrue();
        report.Layout.Weights.Count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Tokens_that_nobody_writes_are_told_and_such_as_everybody_does_are_not()
    {
        var tree = Tree();

        TellReport.Of(tree, Bugs(tree, (_, _) => "return ~total ^ total")).Naturalness.Low.ShouldBeGreaterThan(0.9);
        TellReport.Of(tree, Bugs(tree, (text, _) => text)).Naturalness.IsAtChance.ShouldBeTrue();
    }
}
