using BugSeeder.Model.Statistics;
using Shouldly;
using Xunit;

namespace BugSeeder.Model.Tests.Statistics;

public sealed class NewcombePairedTests
{
    /// <summary>
    /// The first two are examples of Fagerland, Lydersen and Laake, "Statistical Analysis of Contingency Tables", 2017, chapter 8 (Cavo et al. 2012, Bentur et al. 2009).
    /// The limits of the others were computed apart from this code, from Newcombe's formulas.
    /// </summary>
    [Theory]
    [InlineData(59, 6, 16, 80, -0.1186, -0.0046)]
    [InlineData(1, 1, 7, 12, -0.5069, -0.0256)]
    [InlineData(36, 12, 2, 0, 0.0569, 0.3404)]
    [InlineData(20, 12, 2, 16, 0.0562, 0.3292)]
    [InlineData(18, 14, 4, 14, 0.0355, 0.3477)]
    [InlineData(97, 0, 0, 3, -0.0397, 0.0397)]
    [InlineData(29, 0, 1, 0, -0.1667, 0.0834)]
    [InlineData(53, 1, 0, 0, -0.0496, 0.0977)]
    [InlineData(0, 30, 0, 0, 0.8395, 1)]
    [InlineData(2, 98, 0, 0, 0.9178, 0.9945)]
    [InlineData(54, 0, 0, 0, -0.0664, 0.0664)]
    public void It_gives_the_known_limits(int both, int onlyFirst, int onlySecond, int neither, double low, double high)
    {
        var interval = NewcombePaired.Interval(new PairedTable(both, onlyFirst, onlySecond, neither));

        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void It_contains_the_difference_has_a_width_and_stays_within_minus_1_and_1()
    {
        foreach (var table in AllTables(12))
        {
            var (low, high) = NewcombePaired.Interval(table);
            var difference = (table.OnlyFirst - table.OnlySecond) / table.N;

            low.ShouldBeInRange(-1, difference + 1e-12);
            high.ShouldBeInRange(difference - 1e-12, 1);
            (high - low).ShouldBeGreaterThan(0.1);
        }
    }

    [Fact]
    public void Swapping_the_sides_mirrors_it()
    {
        foreach (var table in AllTables(9))
        {
            var (low, high) = NewcombePaired.Interval(table);
            var mirrored = NewcombePaired.Interval(table with { OnlyFirst = table.OnlySecond, OnlySecond = table.OnlyFirst });

            mirrored.Low.ShouldBe(-high, 1e-9);
            mirrored.High.ShouldBe(-low, 1e-9);
        }
    }

    [Fact]
    public void Pairs_of_yes_and_no_add_up_to_plain_counts() =>
        PairedTable.Of([(1, 1), (1, 0), (1, 0), (0, 1), (0, 0)]).ShouldBe(new PairedTable(1, 2, 1, 1));

    [Fact]
    public void An_empty_table_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => NewcombePaired.Interval(default));

    private static IEnumerable<PairedTable> AllTables(int n) =>
        from both in Enumerable.Range(0, n + 1)
        from onlyFirst in Enumerable.Range(0, n - both + 1)
        from onlySecond in Enumerable.Range(0, n - both - onlyFirst + 1)
        select new PairedTable(both, onlyFirst, onlySecond, n - both - onlyFirst - onlySecond);
}
