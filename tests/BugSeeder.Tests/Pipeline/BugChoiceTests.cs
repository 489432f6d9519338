using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;
using BugSeeder.Pipeline;
using BugSeeder.Storage;
using BugSeeder.Tests.Architecture;

namespace BugSeeder.Tests.Pipeline;

public sealed class BugChoiceTests
{
    private static readonly IReadOnlyList<Bug> Bugs = BankFolder.Read(Path.Combine(Repository.Root, "corpora/tariff/.bugseeder/banks/sample")).Bugs;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_bug_of_each_cluster_comes_before_a_second_of_any(long seed)
    {
        var clusters = Clusters.Of(Bugs);
        clusters.Sizes.Count.ShouldBeLessThan(Bugs.Count);

        BugChoice.Order(Bugs, seed).Take(clusters.Sizes.Count).Select(bug => clusters.ClusterOf(bug.Id)).ShouldBeUnique();
    }

    [Fact]
    public void Every_bug_comes_once_and_in_another_order_for_another_number()
    {
        var order = BugChoice.Order(Bugs, 1);

        order.ShouldBe(Bugs, ignoreOrder: true);
        order.ShouldBe(BugChoice.Order(Bugs, 1));
        order.ShouldNotBe(BugChoice.Order(Bugs, 2));
    }
}
