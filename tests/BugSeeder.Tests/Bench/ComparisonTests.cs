using BugSeeder.Bench.Measuring;
using BugSeeder.Bench.Proving;
using BugSeeder.Bench.Stryker;
using BugSeeder.Bench.Truth;

namespace BugSeeder.Tests.Bench;

public sealed class ComparisonTests
{
    private static ImportedMutant Mutant(string id, StrykerStatus status) => new(id, "some mutation", new("a.cs", 0, "x", "y"), status);

    private static Comparison Compare(params (StrykerStatus Stryker, Ruling Ours, Ruling Truth, bool Wavers)[] words)
    {
        var mutants = words.Select((word, index) => Mutant($"{index}", word.Stryker));
        var ours = new FastRun([.. words.Select((word, index) => new FastVerdict($"{index}", word.Ours, ""))], [], [], RuntimeCost.Now());
        var pairs = Comparison.Pairs(mutants, ours);
        var open = pairs.Where(pair => !pair.Agree).Select(pair => words[int.Parse(pair.Mutant.Id)]);
        return Comparison.Of(pairs, [.. open.Select(word => new Finding(word.Truth, "", word.Wavers))], _ => 1);
    }

    [Fact]
    public void Every_disagreement_is_somebodys_fault_by_the_truth()
    {
        var compared = Compare(
            (StrykerStatus.Killed, Ruling.Noticed, Ruling.Noticed, false),
            (StrykerStatus.Killed, Ruling.Unnoticed, Ruling.Unnoticed, false),
            (StrykerStatus.Survived, Ruling.Noticed, Ruling.Unnoticed, false),
            (StrykerStatus.CompileError, Ruling.Noticed, Ruling.Noticed, false));

        compared.Compared.ShouldBe(4);
        compared.Tested.ShouldBe(3);
        compared.Agreed.ShouldBe(1);
        compared.StrykerWrong.ShouldBe(2);
        compared.OursWrong.ShouldBe(1);
        compared.AgreementAfterAdjudication.ShouldBe(0.75);
    }

    [Fact]
    public void Where_two_real_runs_differ_nobody_is_wrong()
    {
        var compared = Compare((StrykerStatus.Killed, Ruling.Unnoticed, Ruling.Noticed, true));

        compared.Wavering.ShouldBe(1);
        (compared.OursWrong + compared.StrykerWrong).ShouldBe(0);
    }

    [Fact]
    public void A_spread_has_the_middle_of_its_values()
    {
        Spread.Of([3, 1, 2]).ShouldBe(new Spread(1, 2, 3, 3));
        Spread.Of([4, 1, 2, 3])!.Median.ShouldBe(2.5);
        Spread.Of([]).ShouldBeNull();
    }
}
