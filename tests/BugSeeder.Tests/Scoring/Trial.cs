using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;
using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

/// <summary>A trial at a small target with one bug, made up but for what scores it.</summary>
internal static class Trial
{
    public const string Product = "src/Shop/Order.cs";
    public const string Other = "src/Shop/Other.cs";
    public const string Tests = "tests/OrderTests.cs";

    public const string Code = """
        namespace Shop;

        public class Order
        {
            public Order(int price) => Price = price;

            public int Price { get; }

            public int Total(int count)
            {
                if (count > 10)
                    return 9 * Price;
                return count * Price;
            }

            public int Free() => 0;
        }

        """;

    public static readonly TargetLayout Layout = new(
        [new("tests/T.csproj", "net10.0", false, "tests/bin/T.dll", "T", TestRoute.VSTest, "", null)], [new("src/Shop/Shop.csproj", "net10.0", false)], [], false);

    public static readonly SourceTree Original = Sources.Tree(
        (Product, Code), (Other, "namespace Shop;\n\npublic class Other { }\n"), ("README.md", "# Shop\n"), ("src/Shop/Shop.csproj", "<Project />\n"),
        (Tests, "using Xunit;\n\npublic class OrderTests\n{\n    [Fact]\n    public void Stays() => Assert.True(true);\n}\n"));

    public static readonly Bug Bug = MakeBug("count > 10", "count >= 10", "Shop.Order.Total");

    public static SourceTree Planted => Edits.Apply(Original, Bug.Seed.Edits);

    public static TargetCode TargetCode { get; } = new([Sources.Project("src/Shop/Shop.csproj", "Shop", Original.Without([Tests]))], []);

    public static Bug MakeBug(string before, string after, string member)
    {
        var start = Code.IndexOf(before, StringComparison.Ordinal);
        var line = Code[..start].Count(letter => letter == '\n') + 1;
        return new(1, "b01-abcdef", new("abcdef0123", SeedSource.BugSeeder, "m", BugClass.Condition, [], "A mistake.", [new(Product, start, before, after)], new(Product, line, line, member)), ["T::OrderTests.Gone"], [""], 2, [], false);
    }

    public static Claim Claim(ClaimVerdict verdict = ClaimVerdict.Defect, string? file = null, string? member = null, bool? isFixed = null, bool? testsRun = null) =>
        new(verdict, file, member, null, null, isFixed, [], testsRun, null, null);

    public static Evidence Of(Func<SourceTree, SourceTree> change, Claim? claim = null, Bug? bug = null, SubjectKind kind = SubjectKind.Bug, params TranscriptEntry[] transcript)
    {
        bug ??= Bug;
        var planted = Edits.Apply(Original, bug.Seed.Edits);
        var given = kind == SubjectKind.Bug ? planted : Original;
        var challenge = new Challenge($"none.{bug.Id}", kind, bug.Id, Briefing.None, given.Hash);
        var observation = new Observation(1, new("a", challenge.Id, 1), TrialOutcome.Completed, "", 1, 0, claim, [], 1);
        return new(new(challenge, bug, given, ""), Original, planted, change(given), observation, Transcript.OfText("") with { Entries = transcript }, Layout);
    }

    public static SortedDictionary<MeasureId, Measure> Gates(Evidence evidence, IReadOnlyList<string>? mayChange = null, params string[] wrong)
    {
        var measures = new SortedDictionary<MeasureId, Measure>();
        new DriftGates(TargetCode, mayChange ?? []).Add(evidence, new(Measure.Of(false, ""), [], wrong), measures, TestContext.Current.CancellationToken);
        return measures;
    }
}
