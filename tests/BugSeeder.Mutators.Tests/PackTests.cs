using BugSeeder.Code;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromPacks;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

public sealed class PackTests
{
    private const string Good = """
        pack: mine
        description: Mistakes of ours.
        rules:
          - id: now-for-today
            mistake: The time of day is kept.
            class: DotNetSemantics
            traits: [Time]
            before: System.DateTime.Today
            after: System.DateTime.Now
            examples:
              - signature: public DateTime M()
                before: return DateTime.Today;
                after: return DateTime.Now;
            leavesAlone:
              - signature: public DateTime M()
                code: return DateTime.UtcNow;
        """;

    public static TheoryData<string> Shipped => [.. Packs.Shipped.Select(pack => pack.Name)];

    [Theory, MemberData(nameof(Shipped))]
    public void Every_example_of_a_shipped_pack_holds(string name)
    {
        var pack = Packs.Shipped.Single(pack => pack.Name == name);
        PackTest.Run(pack, References(pack), TestContext.Current.CancellationToken).ShouldBeEmpty();
    }

    [Fact]
    public void Four_packs_are_shipped() => Packs.Shipped.Select(pack => pack.Name).ShouldBe(["async", "data-access", "linq", "web-api"]);

    [Theory]
    [InlineData("after: System.DateTime.Now", "after: System.DateTime.UtcNow", "it gives instead:\n    return DateTime.UtcNow;")]
    [InlineData("before: System.DateTime.Today", "before: System.DateTime.MaxValue", "the pattern does not match")]
    [InlineData("after: return DateTime.Now;", "after: return DateTime.Then;", "after does not compile cleanly, so it would tell: CS0117")]
    [InlineData("code: return DateTime.UtcNow;", "code: return DateTime.Today;", "it should be left alone, and becomes:\n    return DateTime.Now;")]
    [InlineData("- signature: public DateTime M()\n        code", "- signature: public int M()\n        code", "the code does not compile cleanly: CS0029")]
    public void An_example_that_does_not_hold_is_told(string right, string wrong, string problem)
    {
        Good.ShouldContain(right);
        Failures(Good.Replace(right, wrong, StringComparison.Ordinal)).ShouldContain(failure => failure.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_pack_that_holds_has_no_failures() => Failures(Good).ShouldBeEmpty();

    [Theory]
    [InlineData("id: now", "ids: now", "line 4, column 5: There is no key 'ids' here.")]
    [InlineData("class: DotNetSemantics", "class: Semantics", "line 6, column 12: 'Semantics' is none of: WrongReference")]
    [InlineData("before: System.DateTime.Today", "before: System.DateTime. +", "line 8, column 30: This is no C#: ")]
    [InlineData("before: System.DateTime.Today", "before: $x:thing.Date", "line 8, column 16: There is no kind of hole 'thing'.")]
    [InlineData("before: System.DateTime.Today", "before: $x:expr<System.DateTime.Date", "line 8, column 20: The type of this hole does not end")]
    [InlineData("after: System.DateTime.Now", "after: $x.Now", "line 9, column 12: The hole $x is not in `before`.")]
    [InlineData("after: System.DateTime.Now", "after: return 1;", "line 9, column 12: `before` and `after` must both be")]
    [InlineData("traits: [Time]", "where: [match is red]", "line 7, column 22: Nobody knows what 'red' is.")]
    [InlineData("    examples:", "    exmples:", "There is no key 'exmples' here.")]
    [InlineData("pack: mine", "pack: Mine", "line 1, column 7: 'Mine' is no name")]
    [InlineData("id: now-for-today", "id: now_for", "line 4, column 9: 'now_for' is no name")]
    [InlineData("mistake: The time of day is kept.", "mistake:", "line 5, column 13: 'mistake' is empty.")]
    [InlineData("class: DotNetSemantics", "class: 5", "line 6, column 12: '5' is none of: WrongReference")]
    [InlineData("class: DotNetSemantics", "class: dotnetsemantics", "line 6, column 12: 'dotnetsemantics' is none of: ")]
    [InlineData("traits: [Time]", "traits: Time", "line 7, column 13: A list is expected here.")]
    [InlineData("traits: [Time]", "repeats: maybe", "line 7, column 14: true or false is expected here.")]
    [InlineData("traits: [Time]", "where: [$y is constant]", "line 7, column 13: The hole $y is not in `before`.")]
    [InlineData("traits: [Time]", "class: Literal", "line 7, column 5: ")]
    [InlineData("traits: [Time]", "traits: [Time", "mine.yml")]
    [InlineData("before: System.DateTime.Today", "before: |\n      $x = 1;\n      $x = ;", "line 10, column ")]
    [InlineData("    leavesAlone:\n      - signature: public DateTime M()\n        code: return DateTime.UtcNow;", "    leavesAlone: []", "line 14, column 18: 'leavesAlone' has at least one item.")]
    [InlineData("pack: mine", "pack: \"mine", "mine.yml, line ")]
    [InlineData("pack: mine", "pack: [mine", "is not closed")]
    public void What_is_wrong_is_told_with_its_line_and_column(string right, string wrong, string message) =>
        Should.Throw<UserError>(() => PackReader.Read(Good.Replace(right, wrong, StringComparison.Ordinal), "mine.yml")).Message.ShouldContain(message);

    [Fact]
    public void A_full_name_is_matched_by_meaning_and_not_by_its_text()
    {
        var model = Code.Model("using Clock = System.DateTime; class C { Clock M() => Clock.Today; N O() => N.Today; } class N { public static N Today => new(); public static N Now => new(); }");
        Of(Good, model).ShouldBe(["using Clock = System.DateTime; class C { Clock M() => System.DateTime.Now; N O() => N.Today; } class N { public static N Today => new(); public static N Now => new(); }"]);
    }

    [Fact]
    public void Comments_and_line_breaks_stay() =>
        Of(Packs.Shipped.Single(pack => pack.Name == "linq"), Code.Model("using System.Linq;\r\nclass C { int M(int[] a) => a // all\r\n    .Concat(/* and */ a)\r\n    .Count(); }"))
            .ShouldBe(["using System.Linq;\r\nclass C { int M(int[] a) => a // all\r\n    .Union(/* and */ a)\r\n    .Count(); }"]);

    [Fact]
    public void A_statement_goes_with_its_line() =>
        Of(Packs.Shipped.Single(pack => pack.Name == "async"), Code.Model("using System.Threading;\nclass C\n{\n    void M(CancellationTokenSource a)\n    {\n        a.CancelAfter(3);\n        a.Cancel();\n    }\n}\n"))
            .ShouldBe(["using System.Threading;\nclass C\n{\n    void M(CancellationTokenSource a)\n    {\n        a.Cancel();\n    }\n}\n"]);

    [Fact]
    public void A_proposal_says_that_it_comes_from_a_pack() =>
        Proposals.In(Code.Model("class C { System.DateTime M() => System.DateTime.Today; }"), [PackReader.Read(Good, "mine.yml")], TestContext.Current.CancellationToken)
            .ShouldContain(proposal => proposal.Mutator == "mine/now-for-today" && proposal.Source == SeedSource.Pack && proposal.Traits.Contains(ProductionTrait.Time));

    private static List<string> Of(string pack, SemanticModel model) => Of(PackReader.Read(pack, "mine.yml"), model);

    private static List<string> Of(Pack pack, SemanticModel model) =>
        [.. Proposals.Of(pack.Mutators, model, TestContext.Current.CancellationToken).Select(proposal => Planting.Apply(model.SyntaxTree.GetText(TestContext.Current.CancellationToken), proposal.Replacements).ToString())];

    private static List<string> Failures(string text)
    {
        var pack = PackReader.Read(text, "mine.yml");
        return [.. PackTest.Run(pack, References(pack), TestContext.Current.CancellationToken).Select(failure => failure.Problem)];
    }

    private static List<MetadataReference> References(Pack pack) => [.. FrameworkAssemblies.For(pack.Frameworks).Select(path => MetadataReference.CreateFromFile(path))];
}
