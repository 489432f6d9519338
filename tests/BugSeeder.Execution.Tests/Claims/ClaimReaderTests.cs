using System.Text;
using System.Text.Json;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Claims;

public sealed class ClaimReaderTests
{
    private static readonly Claim Nothing = new(null, null, null, null, null, null, null, null, null, null);

    [Fact]
    public void Every_field_is_read()
    {
        var claim = ClaimReader.Read(
            """
            All done. The answer:
            ```json
            {"verdict":"defect","file":"src/A.cs","member":"A.B","clause":"3.2","explanation":"Said {x} \"and\" more.",
             "fixed":true,"tests":["T1","T2"],"testsRun":false,"question":"Which one?","confidence":0.8}
            ```
            Tell me if { anything } else is wanted.
            """)!;

        (claim with { Tests = null }).ShouldBe(
            new(ClaimVerdict.Defect, "src/A.cs", "A.B", "3.2", "Said {x} \"and\" more.", true, null, false, "Which one?", 0.8));
        claim.Tests.ShouldBe(["T1", "T2"]);
    }

    [Theory]
    [InlineData("defect", ClaimVerdict.Defect)]
    [InlineData("DEFECT", ClaimVerdict.Defect)]
    [InlineData("no-defect", ClaimVerdict.NoDefect)]
    [InlineData("no_defect", ClaimVerdict.NoDefect)]
    [InlineData("No defect", ClaimVerdict.NoDefect)]
    [InlineData("none", ClaimVerdict.NoDefect)]
    [InlineData("unsure", ClaimVerdict.Unsure)]
    [InlineData("defect | no-defect | unsure", null)]
    [InlineData("maybe", null)]
    [InlineData("", null)]
    public void A_verdict_is_one_of_the_known_words_or_unknown(string word, ClaimVerdict? expected) =>
        ClaimReader.Read($$"""{"verdict": "{{word}}"}""").ShouldBe(Nothing with { Verdict = expected });

    [Theory]
    [InlineData("0.8", 0.8)]
    [InlineData("\"0.8\"", 0.8)]
    [InlineData("80", 0.8)]
    [InlineData("\"80%\"", 0.8)]
    [InlineData("\"80 %\"", 0.8)]
    [InlineData("1", 1.0)]
    [InlineData("\"1%\"", 0.01)]
    [InlineData("0", 0.0)]
    [InlineData("101", null)]
    [InlineData("-1", null)]
    [InlineData("\"high\"", null)]
    [InlineData("\"NaN\"", null)]
    [InlineData("null", null)]
    public void Confidence_is_a_share_or_a_percentage(string json, double? expected) =>
        ClaimReader.Read($$"""{"verdict": "unsure", "confidence": {{json}}}""")!.Confidence.ShouldBe(expected);

    [Theory]
    [InlineData("""{"Verdict":"defect","FILE":"a","tests_run":"yes","Fixed":"no","tests":"T1"}""")]
    [InlineData("""{"VERDICT":"Defect","file":" a ","testsrun":true,"fixed":false,"Tests":["T1", 7.5, null, ""],}""")]
    public void Names_booleans_and_lists_are_taken_as_models_write_them(string json)
    {
        var claim = ClaimReader.Read(json)!;

        (claim.Verdict, claim.File, claim.TestsRun, claim.Fixed).ShouldBe((ClaimVerdict.Defect, "a", true, false));
        claim.Tests![0].ShouldBe("T1");
    }

    [Theory]
    [InlineData("""{"verdict":"unsure"} and then {"verdict":"defect"} {"other":1}""")]
    [InlineData("""{"verdict":"unsure"} {"answer":{"verdict":"defect"}}""")]
    [InlineData("""{"verdict":"defect","note":{"verdict":"unsure"}}""")]
    [InlineData("""{ "broken": {"verdict":"defect"}""")]
    [InlineData("""{"verdict":"unsure" ... {"verdict":"defect"} {"verdict":""")]
    [InlineData("""if (x) { return; } // {"verdict":"defect"}""")]
    public void The_last_object_with_a_verdict_counts(string text) => ClaimReader.Read(text)!.Verdict.ShouldBe(ClaimVerdict.Defect);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("I found a defect and fixed it.")]
    [InlineData("{}")]
    [InlineData("verdict: defect")]
    [InlineData("""{"verdict":"defect" """)]
    [InlineData("""{'verdict':'defect'}""")]
    [InlineData("""["verdict","defect"]""")]
    public void What_is_no_answer_is_null(string? text) => ClaimReader.Read(text).ShouldBeNull();

    [Fact]
    public void Fields_of_the_wrong_kind_are_null()
    {
        ClaimReader.Read("""{"verdict":["defect"],"file":{},"fixed":1,"tests":{"a":1},"confidence":[1],"question":"  "}""").ShouldBe(Nothing);
    }

    [Fact]
    public void Garbage_never_throws_and_never_takes_long()
    {
        var random = new Random(7);
        const string alphabet = "{}[]\":,\\ \n verdict defect0.%\ud83d\u00e9/*u";
        for (var i = 0; i < 3000; i++)
        {
            var text = new StringBuilder("""{"verdict":"defect","tests":["\ud83d"],"confidence":"9"}""");
            for (var change = 0; change < random.Next(60); change++)
                text.Insert(random.Next(text.Length), alphabet[random.Next(alphabet.Length)]);
            ClaimReader.Read(text.ToString());
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":[")]
    [InlineData("{\"a\":1,")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("{ /*")]
    [InlineData("{\"")]
    [InlineData("{\"a\":\"{")]
    public void Repetition_does_not_make_the_search_slow(string piece)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        ClaimReader.Read(string.Concat(Enumerable.Repeat(piece, 400_000))).ShouldBeNull();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void The_schema_names_exactly_the_fields_of_a_claim()
    {
        using var schema = JsonDocument.Parse(ClaimSchema.Text);
        using var claim = JsonDocument.Parse(Json.ToLine(Nothing with { Verdict = ClaimVerdict.NoDefect }));

        schema.RootElement.GetProperty("properties").EnumerateObject().Select(property => property.Name)
            .ShouldBe(claim.RootElement.EnumerateObject().Select(property => property.Name));
        schema.RootElement.GetProperty("properties").GetProperty("verdict").GetProperty("enum").EnumerateArray().Select(word => word.GetString())
            .ShouldContain(claim.RootElement.GetProperty("verdict").GetString());
    }
}
