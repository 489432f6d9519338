using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Tracing;

namespace BugSeeder.Tests.Specs;

public sealed class TracerTests
{
    private const string Product = """
        using System;
        namespace Shop
        {
            public class QuarantineException(string message) : Exception(message) { }
            public enum Reason { BadHeader, BadNumber }
            public sealed class RetryPolicy
            {
                public int DelayAfter(int attempt) => Math.Min(attempt * 45, 300);
                public void Give() { throw new QuarantineException("The file is empty."); }
                public Reason Why(string line) => line.Length > 200 ? Reason.BadHeader : Reason.BadNumber;
                public int Never() => 3;
            }
        }
        """;

    private const string Tests = """
        using Xunit;
        using Shop;
        namespace Shop.Tests
        {
            public class RetryPolicyTests
            {
                // RTY-1
                [Fact] public void A_pause_grows() { Assert.Equal(45, new RetryPolicy().DelayAfter(1)); }
                [Fact] public void A_stale_reservation_is_refused() { new RetryPolicy().Give(); }
                [Fact] public void Lines_have_reasons() { Assert.Equal(Reason.BadHeader, new RetryPolicy().Why("x")); }
            }
        }
        """;

    [Fact]
    public void An_identifier_in_a_test_links_it()
    {
        var link = LinkOf("# A\n\n- **RTY-1** A pause must grow.\n", "Shop.Tests.RetryPolicyTests.A_pause_grows");

        link.Evidence.ShouldContain(evidence => evidence.Tier == TraceTier.Identifier && evidence.Weight == 0.98);
        link.IsStated.ShouldBeTrue();
        var trace = Tracer("# A\n\n- **RTY-1** Foo must grow.\n", hides: true).LinksTo(Subject.Of(TestNamed("Shop.Tests.RetryPolicyTests.A_pause_grows")));
        trace.SelectMany(found => found.Evidence).ShouldAllBe(evidence => evidence.Tier != TraceTier.Identifier);
    }

    [Fact]
    public void A_matrix_links_what_it_lists()
    {
        using var folder = new TemporaryFolder();
        var matrix = TraceMatrix.Read(folder.Write("m.csv", "test,requirements\nShop.Tests.RetryPolicyTests.Lines_have_reasons,X-1 X-2\n"));
        var tracer = new Tracer(CheckedSamples.Spec("# A\n\n- **X-2** Bar must be.\n"), CheckedSamples.Index(Product, Tests), matrix, null, hidesIdentifiers: false);

        tracer.LinksTo(Subject.Of(TestNamed("Shop.Tests.RetryPolicyTests.Lines_have_reasons"))).Single().Evidence.ShouldContain(evidence => evidence.Reason.Contains("matrix", StringComparison.Ordinal));
    }

    [Fact]
    public void A_witness_that_is_named_like_a_scenario_links_the_bug()
    {
        var trace = BugTrace("# A\n\n**Scenario: stale reservation.** Given a hold, when it ends, then it is gone.\n", "DelayAfter", "45", "46", "A_stale_reservation_is_refused");

        trace.Links.Single().Evidence.ShouldContain(evidence => evidence.Tier == TraceTier.Witness);
        trace.Standing.ShouldBe(BugStanding.Stated);
    }

    [Theory]
    [InlineData("A delay of the retry policy must never be longer than 300 seconds.", "300", "30")]
    [InlineData("An empty file must fail: \"The file is empty.\"", "\"The file is empty.\"", "\"\"")]
    [InlineData("The reason of a line that is too long must be `BadHeader`: retry policy.", "BadHeader", "BadNumber")]
    public void A_changed_value_that_a_clause_states_is_stated(string clause, string original, string replacement)
    {
        var member = original == "300" ? "DelayAfter" : original == "BadHeader" ? "Why" : "Give";
        var trace = BugTrace($"# A\n\n{clause}\n", member, original, replacement, "Lines_have_reasons");

        trace.Links.Single().Evidence.ShouldContain(evidence => evidence.Tier == TraceTier.Value && evidence.Weight == 0.85);
        trace.Standing.ShouldBe(BugStanding.Stated);
    }

    [Fact]
    public void A_value_without_anything_else_in_common_links_nothing() =>
        BugTrace("# A\n\nThe garden must have 300 flowers.\n", "DelayAfter", "300", "30", "Lines_have_reasons").Standing.ShouldBe(BugStanding.Unspecified);

    [Theory]
    [InlineData("`RetryPolicy.DelayAfter` must grow.", 0.8)]
    [InlineData("`DelayAfter` must grow.", 0.8)]
    [InlineData("A `RetryPolicy` must be strict.", 0.5)]
    [InlineData("The retry policy must be strict.", 0.5)]
    public void Naming_a_member_or_its_type_implies(string clause, double weight)
    {
        var trace = BugTrace($"# A\n\n{clause}\n", "DelayAfter", "attempt", "45", "Lines_have_reasons");

        trace.Links.Single().Evidence.Single(evidence => evidence.Tier == TraceTier.Symbol).Weight.ShouldBe(weight);
        trace.Standing.ShouldBe(BugStanding.Implied);
    }

    [Fact]
    public void Words_alone_never_decide()
    {
        var tracer = Tracer("# A\n\nA pause must grow and grow.\n");
        var links = tracer.LinksTo(Subject.Of(TestNamed("Shop.Tests.RetryPolicyTests.A_pause_grows")));

        links.Single().Evidence.Single().Tier.ShouldBe(TraceTier.Words);
        links.Single().Weight.ShouldBeLessThanOrEqualTo(0.3);
        links.Single().Strength.ShouldBe(LinkStrength.None);
    }

    [Fact]
    public void Evidence_is_combined_by_noisy_or()
    {
        Link.Combine([new(TraceTier.Symbol, 0.5, ""), new(TraceTier.Path, 0.4, ""), new(TraceTier.Words, 0.3, "")]).ShouldBe(1 - (0.5 * 0.6 * 0.7), 1e-12);
        Link.Combine([]).ShouldBe(0);
    }

    [Fact]
    public void Public_members_that_nothing_names_are_listed()
    {
        var never = Tracer("# A\n\nThe `RetryPolicy.DelayAfter` must grow. It must `Give` up, and say why: `Why`.\n").NeverMentioned();

        never.ShouldContain("Shop.RetryPolicy.Never");
        never.ShouldNotContain("Shop.RetryPolicy.DelayAfter");
        never.ShouldNotContain("Shop.RetryPolicy.Why");
    }

    [Theory]
    [InlineData("A_holiday_is_observed", "holiday observ")]
    [InlineData("EasterSunday", "easter sunday")]
    [InlineData("rounded rounding rounds", "round round round")]
    [InlineData("HTTPClient2", "http client")]
    public void Names_and_prose_are_split_into_the_same_words(string text, string words) => string.Join(' ', Words.Of(text)).ShouldBe(words);

    [Theory]
    [InlineData("A pause must be capped at 300, and 45 at first.", "A_pause_grows(attempt: 1, expected: 45)", null)]
    [InlineData("A pause must be capped; 7 attempts wait 300 seconds.", "A_pause_grows(attempt: 7, expected: 300)", "c-")]
    [InlineData("The 7th attempt waits long.\n\n- A pause must be 300 seconds at most.", "A_pause_grows(attempt: 7, expected: 300)", null)]
    [InlineData("The header must be `2026-11-21;EUR`.", "Lines_have_reasons(line: \"2026-11-21;EUR\")", "c-")]
    [InlineData("An empty line must be refused.", "Lines_have_reasons(line: \"\", count: 1, isLong: True)", null)]
    public void A_clause_that_has_all_telling_values_of_a_witness_quotes_it(string clause, string witness, string? quotedBy)
    {
        var quoted = BugTrace($"# A\n\n- {clause}\n", "DelayAfter", "300", "30", witness).QuotedBy;

        (quoted is null).ShouldBe(quotedBy is null, quoted);
    }

    [Fact]
    public async Task Lines_that_one_small_commit_changed_belong_together()
    {
        using var folder = new TemporaryFolder();
        folder.Write("spec.md", "# A\n\nOne must be.\n\nTwo must be.\n");
        folder.Write("A.cs", "class A\n{\n    int one;\n    int two;\n}\n");
        foreach (var arguments in (string[][])[["init", "-q"], ["add", "."], ["commit", "-qm", "all"]])
            await Command.RunAsync(folder.Path, "git", arguments);
        folder.Write("spec.md", "# A\n\nOne must be.\n\nTwo must be there.\n");
        folder.Write("A.cs", "class A\n{\n    int one;\n    long two;\n}\n");
        await Command.RunAsync(folder.Path, "git", "commit", "-qam", "two");
        var spec = CheckedSamples.Spec(File.ReadAllText(folder.File("spec.md")));

        var history = new ClauseHistory(folder.Path, new Dictionary<string, string> { ["SPEC.md"] = "spec.md" }, (_, member) => member == "two" ? [(4, 4)] : [(3, 3)]);
        history.Together(spec.AllClauses.Last(), "A.cs", ["two"]).ShouldNotBeNull();
        history.Together(spec.AllClauses.Last(), "A.cs", ["one"]).ShouldBeNull();
        history.Together(spec.AllClauses.First(), "A.cs", ["one"]).ShouldBeNull("the first commit is an import");
    }

    private static Tracer Tracer(string text, bool hides = false) => new(CheckedSamples.Spec(text), CheckedSamples.Index(Product, Tests), TraceMatrix.None, null, hides);

    private static CodeTest TestNamed(string name) => CheckedSamples.Index(Product, Tests).Tests.Single(test => test.Name == name);

    private static Link LinkOf(string text, string test) => Tracer(text).LinksTo(Subject.Of(TestNamed(test))).Single();

    private static BugTrace BugTrace(string text, string member, string original, string replacement, string witness)
    {
        var start = Product.ReplaceLineEndings("\n").IndexOf(original, Product.ReplaceLineEndings("\n").IndexOf($" {member}(", StringComparison.Ordinal), StringComparison.Ordinal);
        var seed = new Seed("s", SeedSource.Hand, "hand", BugClass.Literal, [], "A mistake.", [new("src/Product.cs", start, original, replacement)], new("src/Product.cs", 1, 1, $"Shop.RetryPolicy.{member}"));
        var bug = new Bug(1, "b01", seed, [$"Tests::Shop.Tests.RetryPolicyTests.{witness}"], ["failed"], 3, [], false);
        return Tracer(text).Bug(bug, Sources.Tree(("src/Product.cs", Product.ReplaceLineEndings("\n"))));
    }
}
