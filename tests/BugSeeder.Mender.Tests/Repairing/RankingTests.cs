using BugSeeder.Hosting;
using BugSeeder.Mender.Locating;
using BugSeeder.Mender.Reading;
using BugSeeder.Mender.Repairing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Tests.Repairing;

public sealed class RankingTests
{
    private const string Members = "    const int Limit = 5;\n    bool M(int a) { return a > Limit; }\n    bool N(int a) { return a < 7; }";

    [Fact]
    public void What_more_passing_tests_run_is_less_suspicious()
    {
        var (project, blocks) = Blocks(passingInM: 0, passingInN: 3);
        var suspicion = new Suspicion(blocks, [], 1, null, CancellationToken.None);

        double Of(string text) => suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(project.Trees["C.cs"].ToString(), text));
        Of("a > Limit").ShouldBe(1);
        Of("a < 7").ShouldBe(0.5);
        // What the constant starts with is a step from where it is used.
        Of("5").ShouldBe(0.9, 1e-9);
    }

    [Fact]
    public void Nothing_outside_of_the_named_place_is_suspicious()
    {
        var (project, blocks) = Blocks(passingInM: 0, passingInN: 0);
        var suspicion = new Suspicion(blocks, [], 1, new NamedPlace("C.cs", 6, 6), CancellationToken.None);
        var text = project.Trees["C.cs"].ToString();

        suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(text, "a > Limit")).ShouldBe(0);
        suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(text, "a < 7")).ShouldBe(1);
    }

    [Fact]
    public void Candidates_come_by_suspicion_and_prior_and_the_smaller_first()
    {
        var (project, blocks) = Blocks(passingInM: 0, passingInN: 15);
        var candidates = CandidateMaker.Make([project], new Suspicion(blocks, [], 1, null, CancellationToken.None), PatternBench.NoFacts, [], CancellationToken.None);

        candidates[0].Pattern.ShouldBe("Comparison");
        PatchedBy(candidates[0]).ShouldContain("a >= Limit");
        candidates.Select(candidate => candidate.Score).ShouldBe(candidates.Select(candidate => candidate.Score).OrderDescending());
        candidates.Select(PatchedBy).ShouldContain(text => text.Contains("const int Limit = 6;", StringComparison.Ordinal));
    }

    [Fact]
    public void A_member_that_the_clause_names_comes_first()
    {
        var (project, blocks) = Blocks(passingInM: 3, passingInN: 3);
        var facts = PatternBench.NoFacts with { Names = new HashSet<string> { "N" } };

        PatchedBy(CandidateMaker.Make([project], new Suspicion(blocks, [], 1, null, CancellationToken.None), facts, [], CancellationToken.None)[0]).ShouldContain("a <= 7");
    }

    [Fact]
    public void Where_something_should_be_refused_a_guard_comes_first()
    {
        var project = PatternBench.Project("    int M(int a, int b)\n    {\n        if (a < 7)\n            throw new ArgumentOutOfRangeException(nameof(a));\n        return b > 3 ? b * 5 : a;\n    }");
        var body = project.Trees["C.cs"].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BlockSyntax>().First();
        var suspicion = new Suspicion([new Block(project, "C.cs", TextSpan.FromBounds(body.OpenBraceToken.Span.End, body.CloseBraceToken.SpanStart), 1, 0, null, Once: false)], [], 1, null, TestContext.Current.CancellationToken);

        int RankOf(ClauseFacts facts, string text) => CandidateMaker.Make([project], suspicion, facts, [], TestContext.Current.CancellationToken).Select(PatchedBy).Index().First(entry => entry.Item.Contains(text, StringComparison.Ordinal)).Index;
        var facts = PatternBench.NoFacts with { Exceptions = ["ArgumentOutOfRangeException"] };
        RankOf(facts, "if (b < 0)").ShouldBeGreaterThan(RankOf(facts, "b * 6"));
        RankOf(facts with { AskToRefuse = true }, "if (b < 0)").ShouldBeLessThan(RankOf(facts with { AskToRefuse = true }, "b * 6"));
        RankOf(facts with { AskToRefuse = true }, "a <= 7").ShouldBe(0);
    }

    [Fact]
    public void A_constructor_is_named_by_its_type()
    {
        var project = PatternBench.File("class C { int a; C(int b) { a = b > 3 ? 1 : 2; } int M(int b) { return b < 7 ? 1 : 2; } }");
        var bodies = project.Trees["C.cs"].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BlockSyntax>().Select(block => new Block(project, "C.cs", TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart), 1, 0, null, Once: false)).ToList();

        string First(string name) => PatchedBy(CandidateMaker.Make([project], new Suspicion(bodies, [], 1, null, TestContext.Current.CancellationToken), PatternBench.NoFacts with { Names = new HashSet<string> { name } }, [], TestContext.Current.CancellationToken)[0]);
        First("C").ShouldContain("b >= 3");
        First("M").ShouldContain("b <= 7");
    }

    [Fact]
    public void What_a_process_runs_once_is_less_suspicious()
    {
        var (project, blocks) = Blocks(passingInM: 0, passingInN: 0);
        var suspicion = new Suspicion([blocks[0] with { Once = true }, blocks[1]], [], 1, null, CancellationToken.None);
        var text = project.Trees["C.cs"].ToString();

        suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(text, "a > Limit")).ShouldBeLessThan(suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(text, "a < 7")));
    }

    [Fact]
    public void A_slip_that_was_made_alike_at_several_places_is_mended_alike()
    {
        var project = PatternBench.Project("    DateTime M(DateTime a) { return a.AddYears(3); }\n    DateTime N(DateTime a) { return a.AddYears(7); }");
        var bodies = project.Trees["C.cs"].GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BlockSyntax>().Select(block => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)).ToList();
        var candidates = CandidateMaker.Make([project], new Suspicion([.. bodies.Select(body => new Block(project, "C.cs", body, 1, 0, null, Once: false))], [], 1, null, TestContext.Current.CancellationToken), PatternBench.NoFacts, [], TestContext.Current.CancellationToken);

        candidates.Select(PatchedBy).ShouldContain(text => text.Contains("a.AddDays(3)", StringComparison.Ordinal) && text.Contains("a.AddDays(7)", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_patches_become_one_unless_they_change_the_same_text()
    {
        var (project, _) = Blocks(passingInM: 0, passingInN: 0);
        var text = project.Trees["C.cs"].ToString();
        Candidate Of(string old, string @new) => new(project, [new("C.cs", [new(SpanOf(text, old), @new)])], "Test", 1);

        PatchedBy(Candidate.Both(Of("a > Limit", "a >= Limit"), Of("7", "8")).ShouldNotBeNull()).ShouldBe(text.Replace("a > Limit", "a >= Limit", StringComparison.Ordinal).Replace("7", "8", StringComparison.Ordinal));
        Candidate.Both(Of("a > Limit", "a >= Limit"), Of("Limit; }", "5; }")).ShouldBeNull();
    }

    [Fact]
    public void A_patch_within_what_another_replaces_is_not_joined_with_it()
    {
        var (project, _) = Blocks(passingInM: 0, passingInN: 0);
        var text = project.Trees["C.cs"].ToString();
        var whole = new Candidate(project, [new("C.cs", [new(SpanOf(text, "a > Limit"), "true")])], "Test", 1);
        var inner = new Candidate(project, [new("C.cs", [new(new(SpanOf(text, "> Limit").Start, 0), "+ 1 ")])], "Test", 1);

        Candidate.Both(whole, inner).ShouldBeNull();
    }

    [Fact]
    public void What_fails_for_one_section_alone_makes_its_code_as_suspicious_as_if_nothing_else_failed()
    {
        var (project, blocks) = Blocks(passingInM: 0, passingInN: 3);
        HashSet<CoveringTest> many = [.. Enumerable.Range(0, 9).Select(test => new CoveringTest(0, test))];
        HashSet<CoveringTest> alone = [new(0, 9)];
        var suspicion = new Suspicion([blocks[0] with { Failing = 9, Fails = many }, blocks[1] with { Fails = alone }], [], 10, null, TestContext.Current.CancellationToken, [many, alone]);
        var text = project.Trees["C.cs"].ToString();

        suspicion.Of(project.Trees["C.cs"], "C.cs", SpanOf(text, "a < 7")).ShouldBe(0.45, 1e-9);
    }

    [Fact]
    public void For_what_a_patch_leaves_the_code_that_the_rest_runs_comes_first()
    {
        var (project, _) = Blocks(passingInM: 0, passingInN: 0);
        var left = new HashSet<CoveringTest> { new(0, 1) };
        Candidate Of(double score, params CoveringTest[] fails) => new(project, [new("C.cs", [new(new(0, 1), "x")])], "Test", score) { Fails = fails.ToHashSet() };

        Of(0.8, new CoveringTest(0, 0)).ScoreFor(left, 2).ShouldBe(0);
        Of(0.4, new CoveringTest(0, 1)).ScoreFor(left, 2).ShouldBeGreaterThan(0.4);
    }

    private static string PatchedBy(Candidate candidate) => candidate.Patched(candidate.Files[0]).ToString();

    private static (BugSeeder.Code.ProjectCode Project, IReadOnlyList<Block> Blocks) Blocks(int passingInM, int passingInN)
    {
        var project = PatternBench.Project(Members);
        var bodies = project.Trees["C.cs"].GetRoot().DescendantNodes().OfType<BlockSyntax>().Select(block => TextSpan.FromBounds(block.OpenBraceToken.Span.End, block.CloseBraceToken.SpanStart)).ToList();
        return (project, [new(project, "C.cs", bodies[0], 1, passingInM, null, Once: false), new(project, "C.cs", bodies[1], 1, passingInN, null, Once: false)]);
    }

    private static TextSpan SpanOf(string text, string part) => new(text.IndexOf(part, StringComparison.Ordinal), part.Length);

    [Fact]
    public void What_a_failing_check_names_is_suspicious_in_what_it_starts_with_though_no_block_runs_it()
    {
        var project = PatternBench.File("class Fees { public static Fees Usual { get; } = new(3); public static Fees Other { get; } = new(4); public int Each { get; } public Fees(int each) { Each = each; } }");
        var usual = project.Compilation.GetTypeByMetadataName("Fees")!.GetMembers("Usual").Single();
        var suspicion = new Suspicion([], [new(project, usual, 1)], 1, null, TestContext.Current.CancellationToken);
        var text = project.Trees["C.cs"].ToString();

        suspicion.Of(project.Trees["C.cs"], "C.cs", new(text.IndexOf("3)", StringComparison.Ordinal), 1)).ShouldBe(0.9);
        suspicion.Of(project.Trees["C.cs"], "C.cs", new(text.IndexOf("4)", StringComparison.Ordinal), 1)).ShouldBe(0);
        suspicion.IsOnce("C.cs", new(text.IndexOf("3)", StringComparison.Ordinal), 1)).ShouldBeTrue();
    }
}
