namespace Tariff.Tests;

public class RegisterMathTests
{
    private static readonly MeterId Meter = MeterId.Parse("M12345674");

    [Theory]
    [InlineData(100, 130.5, 30.5)]
    [InlineData(100, 100, 0)]
    [InlineData(99990, 15, 25)]
    [InlineData(90000, 0, 10000)]
    public void Consumption_is_the_step_of_the_register(decimal previous, decimal current, decimal expected)
    {
        Assert.Equal(expected, RegisterMath.Consumed(previous, current));
    }

    [Theory]
    [InlineData(90000, 9999.999, true)]
    [InlineData(90000, 10000, false)]
    [InlineData(89999.999, 1, false)]
    [InlineData(95000, 95001, false)]
    public void A_rollover_goes_from_nearly_full_to_nearly_empty(decimal previous, decimal current, bool expected)
    {
        Assert.Equal(expected, RegisterMath.IsRollover(previous, current));
    }

    [Fact]
    public void A_register_that_runs_backwards_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RegisterMath.Consumed(500m, 499m));
    }

    [Fact]
    public void Readings_become_usage_between_them()
    {
        MeterReading[] readings =
        [
            Reading(2, 18m),
            Reading(0, 10m),
            new(MeterId.Parse("M55501233"), Noon.AddHours(1), 999m, ReadingQuality.Actual),
            Reading(1, 12m),
        ];

        var usage = RegisterMath.ToUsage(readings, Meter);

        Assert.Equal(
            [new IntervalUsage(Noon, TimeSpan.FromHours(1), 2m), new IntervalUsage(Noon.AddHours(1), TimeSpan.FromHours(1), 6m)],
            usage);
    }

    [Fact]
    public void Usage_next_to_an_estimated_reading_is_estimated()
    {
        MeterReading[] readings = [Reading(0, 1m), Reading(1, 2m, ReadingQuality.Estimated), Reading(2, 3m), Reading(3, 4m)];

        Assert.Equal([true, true, false], RegisterMath.ToUsage(readings, Meter).Select(item => item.IsEstimated));
    }

    [Fact]
    public void A_single_reading_makes_no_usage()
    {
        Assert.Empty(RegisterMath.ToUsage([Reading(0, 1m)], Meter));
    }

    private static MeterReading Reading(int hour, decimal register, ReadingQuality quality = ReadingQuality.Actual) =>
        new(Meter, Noon.AddHours(hour), register, quality);
}
