namespace Tariff.Tests;

public class BlockTariffTests
{
    private static readonly BlockTariff Tariff = new(
        [new Block(300m, 0.20m), new Block(600m, 0.30m), new Block(null, 0.45m)],
        [new Block(500m, 0.18m), new Block(null, 0.28m)]);

    [Theory]
    [InlineData(Season.Summer, 100, 30, 20.00)]
    [InlineData(Season.Summer, 300, 30, 60.00)]
    [InlineData(Season.Summer, 301, 30, 60.30)]
    [InlineData(Season.Summer, 700, 30, 195.00)]
    [InlineData(Season.Winter, 600, 30, 118.00)]
    [InlineData(Season.Winter, 0, 30, 0)]
    public void Every_block_is_priced_with_its_own_price(Season season, decimal kwh, int days, decimal expected)
    {
        Assert.Equal(expected, Tariff.Price(season, kwh, days));
    }

    [Fact]
    public void Thresholds_shrink_with_a_short_window()
    {
        // 10 of 30 days: the limits are 100 and 200 kWh.
        Assert.Equal([100m, 100m, 50m], Tariff.Split(Season.Summer, 250m, 10).Select(part => part.Kwh));
    }

    [Fact]
    public void Empty_blocks_are_left_out_and_blocks_are_numbered_from_one()
    {
        var part = Assert.Single(Tariff.Split(Season.Winter, 500m, 30));

        Assert.Equal(new BlockUsage(Season.Winter, 1, 500m, 0.18m, 90.00m), part);
    }

    [Fact]
    public void Every_block_amount_is_rounded_for_itself()
    {
        var tariff = new BlockTariff([new Block(1m, 0.125m), new Block(null, 0.135m)], [new Block(null, 0m)]);

        Assert.Equal([0.13m, 0.14m], tariff.Split(Season.Summer, 2m, 30).Select(part => part.Amount));
    }

    [Fact]
    public void Negative_usage_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Tariff.Split(Season.Summer, -0.001m, 30));
    }

    public static TheoryData<Block[]> BadBlocks => new()
    {
        new Block[] { },
        new Block[] { new(100m, 0.1m) },
        new Block[] { new(null, 0.1m), new(null, 0.2m) },
        new Block[] { new(200m, 0.1m), new(200m, 0.2m), new(null, 0.3m) },
        new Block[] { new(0m, 0.1m), new(null, 0.3m) },
        new Block[] { new(100m, -0.1m), new(null, 0.3m) },
    };

    [Theory]
    [MemberData(nameof(BadBlocks))]
    public void Blocks_that_make_no_sense_are_refused(Block[] blocks)
    {
        Assert.Throws<ArgumentException>(() => new BlockTariff(blocks, [new Block(null, 0.1m)]));
    }
}
