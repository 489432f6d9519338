using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Tests.Grades;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class ClustersTests
{
    [Fact]
    public void Bugs_of_one_member_and_bugs_that_largely_the_same_tests_notice_are_one_cluster_whatever_their_order()
    {
        var bugs = new[]
        {
            Made.Bug("b1", "Shop.Cart.Total", "T1"),
            Made.Bug("b2", "Shop.Cart.Total", "T2"),
            Made.Bug("b3", "Shop.Tax.Of", "T2", "T3"),
            Made.Bug("b4", "Shop.Price.Of", "T4"),
        };

        foreach (var order in new[] { bugs, [.. bugs.Reverse()], [bugs[2], bugs[0], bugs[3], bugs[1]] })
        {
            var clusters = Clusters.Of(order);

            order.Where(bug => clusters.ClusterOf(bug.Id) == "b1").Select(static bug => bug.Id).Order().ShouldBe(["b1", "b2", "b3"]);
            clusters.ClusterOf("b4").ShouldBe("b4");
        }
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 2)]
    public void A_witness_in_common_joins_two_bugs_only_where_it_is_a_tenth_of_what_notices_either(int witnesses, int clusters) =>
        Clusters.Of([Made.Bug("b1", "A.M", Tests(1, witnesses)), Made.Bug("b2", "A.N", "T1")]).Sizes.Count.ShouldBe(clusters);

    [Fact]
    public void A_chain_of_bugs_of_which_each_shares_tests_with_the_next_is_no_cluster()
    {
        var clusters = Clusters.Of(Enumerable.Range(0, 8).Select(index => Made.Bug(Made.Id(index), $"A.M{index}", Tests(3 * index, 5))));

        clusters.Sizes.ShouldBe([2, 2, 2, 2]);
    }

    [Fact]
    public void A_bug_in_two_members_joins_those_of_both()
    {
        var both = Made.Bug("b3", "A.M", "T3");
        both = both with { Seed = both.Seed with { Places = [both.Seed.Place, both.Seed.Place with { Member = "A.N" }] } };

        Clusters.Of([Made.Bug("b1", "A.M", "T1"), Made.Bug("b2", "A.N", "T2"), both]).Sizes.ShouldBe([3]);
    }

    private static string[] Tests(int first, int count) => [.. Enumerable.Range(first, count).Select(number => $"T{number}")];

    [Fact]
    public void Bugs_outside_of_any_member_do_not_share_it()
    {
        var clusters = Clusters.Of([Made.Bug("b1", "", "T1"), Made.Bug("b2", "", "T2")]);

        clusters.ClusterOf("b1").ShouldNotBe(clusters.ClusterOf("b2"));
    }

    [Fact]
    public void A_witness_named_like_a_member_joins_nothing()
    {
        var clusters = Clusters.Of([Made.Bug("b1", "Shop.Cart.Total", "T1"), Made.Bug("b2", "Shop.Tax.Of", "Shop.Cart.Total")]);

        clusters.ClusterOf("b1").ShouldNotBe(clusters.ClusterOf("b2"));
    }

    [Fact]
    public void The_effective_number_counts_a_large_cluster_for_less_than_its_bugs()
    {
        var clusters = Clusters.Of([Made.Bug("b1", "A.M", "T1"), Made.Bug("b2", "A.N", "T1"), Made.Bug("b3", "A.O", "T1"), Made.Bug("b4", "A.P", "T4")]);

        clusters.Sizes.ShouldBe([3, 1]);
        clusters.EffectiveCount.ShouldBe(16.0 / 10);
        Clusters.Of([Made.Bug("b1", "A.M", "T1"), Made.Bug("b2", "A.N", "T2")]).EffectiveCount.ShouldBe(2);
    }

    [Fact]
    public void A_further_bug_joins_what_it_shares_a_member_with_and_what_is_most_alike()
    {
        var clusters = Clusters.Of([Made.Bug("b1", "A.M", "T1"), Made.Bug("b2", "A.N", "T2"), Made.Bug("b3", "A.O", "T3")]);

        clusters.JoinedBy(Made.Bug("b4", "A.N", "T3").Seed, ["T3"]).Order().ShouldBe(["b2", "b3"]);
        clusters.JoinedBy(Made.Bug("b4", "A.P", "T4").Seed, ["T4"]).ShouldBeEmpty();
    }

    [Fact]
    public void A_bug_that_is_given_twice_as_by_two_runs_counts_once()
    {
        Bug[] bugs = [Made.Bug("b1", "A.M", "T1"), Made.Bug("b2", "A.N", "T1", "T2"), Made.Bug("b3", "A.O", "T3")];

        var clusters = Clusters.Of(bugs.Concat(bugs));

        clusters.Sizes.ShouldBe([2, 1]);
        clusters.EffectiveCount.ShouldBe(Clusters.Of(bugs).EffectiveCount);
    }

    [Fact]
    public void A_bug_that_is_not_known_is_a_cluster_of_its_own() => Clusters.Of([]).ClusterOf("b9").ShouldBe("b9");
}
