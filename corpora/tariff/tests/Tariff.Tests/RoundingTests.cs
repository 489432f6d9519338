namespace Tariff.Tests;

public class RoundingTests
{
    [Theory]
    [InlineData(1.005, 1.01)]
    [InlineData(1.015, 1.02)]
    [InlineData(-1.005, -1.01)]
    [InlineData(1.0049, 1.00)]
    public void Lines_round_half_cents_away_from_zero(decimal amount, decimal expected)
    {
        Assert.Equal(expected, Rounding.Line(amount));
    }

    [Theory]
    [InlineData(1.005, 1.00)]
    [InlineData(1.015, 1.02)]
    [InlineData(1.0051, 1.01)]
    public void Taxes_round_half_cents_to_the_even_cent(decimal amount, decimal expected)
    {
        Assert.Equal(expected, Rounding.Tax(amount));
    }

    [Theory]
    [InlineData(2.0005, 2.001)]
    [InlineData(2.00049, 2.000)]
    public void Energy_is_rounded_to_watt_hours(decimal kwh, decimal expected)
    {
        Assert.Equal(expected, Rounding.Energy(kwh));
    }

    [Theory]
    [InlineData(7.01, 7.1)]
    [InlineData(7.1, 7.1)]
    [InlineData(0, 0)]
    public void Demand_is_rounded_up_to_tenths(decimal kw, decimal expected)
    {
        Assert.Equal(expected, Rounding.Demand(kw));
    }

    public static TheoryData<decimal, decimal[], decimal[]> Allocations => new()
    {
        { 10.00m, [1m, 1m, 1m], [3.34m, 3.33m, 3.33m] },
        { 0.05m, [1m, 1m], [0.03m, 0.02m] },
        { 1.00m, [1m, 2m], [0.33m, 0.67m] },
        { -10.00m, [1m, 1m, 1m], [-3.34m, -3.33m, -3.33m] },
        { 4.00m, [0m, 1m], [0.00m, 4.00m] },
    };

    [Theory]
    [MemberData(nameof(Allocations))]
    public void An_amount_is_allocated_to_the_cent(decimal total, decimal[] weights, decimal[] expected)
    {
        Assert.Equal(expected, Rounding.Allocate(total, weights));
    }

    [Fact]
    public void An_amount_with_fractions_of_a_cent_cannot_be_allocated()
    {
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1.005m, [1m]));
    }

    [Fact]
    public void Negative_or_all_zero_weights_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1m, [2m, -1m]));
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1m, [0m, 0m]));
        Assert.Throws<ArgumentException>(() => Rounding.Allocate(1m, []));
    }
}
