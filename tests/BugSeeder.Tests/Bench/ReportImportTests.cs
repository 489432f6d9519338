using BugSeeder.Bench.Stryker;
using BugSeeder.Bench.Truth;
using BugSeeder.Code;

namespace BugSeeder.Tests.Bench;

public sealed class ReportImportTests
{
    private const string File = "src/Shop/Sum.cs";

    private const string Text = """
        namespace Shop;

        public static class Sum
        {
            public static bool Both(bool a, bool b, bool c) => a && b || c;

            public static int Two(int a)
            {
                if (a is > 1 and < 5)
                    a++;
                return a + 2;
            }
        }

        """;

    private static ReportImport Import(string text, params (string Original, string? Replacement, StrykerStatus Status)[] mutants)
    {
        var report = new StrykerReport(new Dictionary<string, StrykerFile>
        {
            ["/copy/" + File] = new(text, [.. mutants.Select((mutant, index) => new StrykerMutant($"{index}", "some mutation", mutant.Replacement, SpanOf(text, mutant.Original), mutant.Status))]),
        });
        var tree = Sources.Tree((File, Text));
        return ReportImport.Of(report, "/copy", tree, new TargetCode([Sources.Project("src/Shop/Shop.csproj", "Shop", tree)], []));
    }

    private static StrykerSpan SpanOf(string text, string original)
    {
        var start = text.IndexOf(original, StringComparison.Ordinal);
        return new(PositionOf(text, start), PositionOf(text, start + original.Length));
    }

    private static StrykerPosition PositionOf(string text, int index) => new(text[..index].Count(letter => letter == '\n') + 1, index - text[..index].LastIndexOf('\n'));

    private static string Planted(ImportedMutant mutant) => Edits.Apply(Sources.Tree((File, Text)), [mutant.Edit]).Files[File].Text!;

    [Theory]
    [InlineData("a++", "a--", "a--;")]
    [InlineData("a++;", ";", "            ;")]
    [InlineData("a + 2", "a - 2", "return a - 2;")]
    [InlineData("< 5", "<= 5", "> 1 and <= 5")]
    [InlineData("> 1 and < 5", "> 1 or < 5", "a is > 1 or < 5")]
    public void A_mutant_becomes_the_edit_that_it_is(string original, string replacement, string expected)
    {
        var import = Import(Text, (original, replacement, StrykerStatus.Killed));

        import.LeftOut.ShouldBeEmpty();
        Planted(import.Mutants.ShouldHaveSingleItem()).ShouldContain(expected);
    }

    /// <summary>Stryker replaces the factor <c>a &amp;&amp; b</c> of a sum as a node; as bare text, the sum would swallow it.</summary>
    [Fact]
    public void A_replacement_that_would_be_read_another_way_is_put_in_parentheses()
    {
        const string Factor = "namespace Shop; public static class Sum { public static int Of(int a, int b) => a * b; }\n";
        var tree = Sources.Tree((File, Factor));
        var report = new StrykerReport(new Dictionary<string, StrykerFile> { ["/copy/" + File] = new(Factor, [new("1", "some mutation", "a + 1", SpanOf(Factor, "a * b") with { End = PositionOf(Factor, Factor.IndexOf("a * b", StringComparison.Ordinal) + 1) }, StrykerStatus.Killed)]) });

        var import = ReportImport.Of(report, "/copy", tree, new TargetCode([Sources.Project("src/Shop/Shop.csproj", "Shop", tree)], []));

        Edits.Apply(tree, [import.Mutants.ShouldHaveSingleItem().Edit]).Files[File].Text.ShouldNotBeNull().ShouldContain("=> (a + 1) * b;");
    }

    [Fact]
    public void What_was_ignored_is_not_taken_over()
    {
        var import = Import(Text, ("a++", "a--", StrykerStatus.Ignored), ("a + 2", "a - 2", StrykerStatus.CompileError));

        import.Mutants.ShouldHaveSingleItem().Ruling.ShouldBe(Ruling.DoesNotCompile);
    }

    [Fact]
    public void A_span_that_is_no_node_is_left_out_aloud() => Import(Text, ("a && b ||", "a", StrykerStatus.Killed)).LeftOut.ShouldHaveSingleItem().ShouldContain("Sum.cs:5");

    [Fact]
    public void A_file_of_another_text_is_left_out_aloud() => Import(Text + "// other\n", ("a++", "a--", StrykerStatus.Killed)).LeftOut.ShouldHaveSingleItem().ShouldContain("not the target's");

    [Theory]
    [InlineData(nameof(StrykerStatus.Killed), nameof(Ruling.Noticed))]
    [InlineData(nameof(StrykerStatus.Timeout), nameof(Ruling.Noticed))]
    [InlineData(nameof(StrykerStatus.Survived), nameof(Ruling.Unnoticed))]
    [InlineData(nameof(StrykerStatus.NoCoverage), nameof(Ruling.Unnoticed))]
    public void Strykers_words_are_told_apart_as_far_as_they_can_be_compared(string status, string ruling) =>
        Import(Text, ("a++", "a--", Enum.Parse<StrykerStatus>(status))).Mutants.ShouldHaveSingleItem().Ruling.ShouldBe(Enum.Parse<Ruling>(ruling));
}
