namespace Tariff.Tests;

public class DemandChargeTests
{
    private static readonly DemandCharge Charge = new(PricePerKw: 3.50m, FreeKw: 5m, RatchetShare: 0.6m);

    [Theory]
    [InlineData(2, 15, 8)]
    [InlineData(3, 60, 3)]
    [InlineData(36, 1440, 1.5)]
    public void Average_power_is_energy_over_time(decimal kwh, int minutes, decimal expected)
    {
        Assert.Equal(expected, DemandCharge.AverageKw(kwh, TimeSpan.FromMinutes(minutes)));
    }

    [Fact]
    public void An_interval_without_length_has_no_power()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DemandCharge.AverageKw(1m, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(12.0, 0, 7.0)]
    [InlineData(12.01, 0, 7.1)]
    [InlineData(5.0, 0, 0)]
    [InlineData(3.0, 0, 0)]
    [InlineData(8.0, 20, 7.0)]
    [InlineData(12.0, 20, 7.0)]
    [InlineData(13.0, 20, 8.0)]
    public void Billed_demand_is_the_higher_of_measured_and_ratchet_less_the_free_part(decimal measured, decimal earlier, decimal expected)
    {
        Assert.Equal(expected, Charge.Billed(measured, earlier));
    }

    [Fact]
    public void The_charge_is_the_billed_demand_times_the_price()
    {
        Assert.Equal(24.50m, Charge.Charge(12m, 0m));
    }

    [Fact]
    public void Negative_demand_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Charge.Billed(-1m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Charge.Billed(0m, -1m));
    }
}
