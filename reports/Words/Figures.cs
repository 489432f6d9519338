using BugSeeder.Model.Grades;
using BugSeeder.Model.Scores;

namespace BugSeeder.Reports.Words;

/// <summary>How numbers are written: never without their interval and n, and never a 0 for what was not observed.</summary>
internal static class Figures
{
    /// <summary>What stands where a value could not be observed.</summary>
    public const string NotObservable = "not observable";

    /// <summary>A rate such as <c>62 % [45–77], n 20</c>, or a number in its own unit, such as <c>83 s [70–96], n 20</c>.</summary>
    public static string Of(MeasureId id, Estimate estimate) =>
        estimate.Value is { } value ? $"{Value(id, value)} {Rest(id, estimate)}" : NotObservable;

    /// <summary>The interval and the n of a figure, without its value.</summary>
    public static string Rest(MeasureId id, Estimate estimate) =>
        estimate is { Low: { } low, High: { } high }
            ? $"[{Bare(id, low)}–{Bare(id, high)}], n {estimate.N}"
            : $"[no interval], n {estimate.N}";

    /// <summary>The value of a measure in its unit.</summary>
    public static string Value(MeasureId id, double value) => Unit(id) switch
    {
        MeasureUnit.Percent => $"{Bare(id, value)} %",
        MeasureUnit.Dollars => $"${Bare(id, value)}",
        MeasureUnit.Seconds => $"{Bare(id, value)} s",
        MeasureUnit.Count => Bare(id, value),
        var unit => throw new InvalidOperationException($"No such unit: {unit}."),
    };

    /// <summary>A difference of rates, such as <c>+22 points [−3 to +40], n 20</c>.</summary>
    public static string Lift(Estimate lift) =>
        lift.Value is { } value ? $"{LiftValue(value)} {LiftRest(lift)}" : NotObservable;

    /// <summary>A difference of rates without its interval.</summary>
    public static string LiftValue(double value) => $"{Signed(value)} points";

    /// <summary>The interval and the n of a difference.</summary>
    public static string LiftRest(Estimate lift) =>
        lift is { Low: { } low, High: { } high } ? $"[{Signed(low)} to {Signed(high)}], n {lift.N}" : $"[no interval], n {lift.N}";

    /// <summary>A rate without its unit.</summary>
    private static string Percent(double share) => Rounded(share * 100).ToString("0");

    private static string Signed(double share) => Rounded(share * 100) switch
    {
        > 0 and var points => $"+{points:0}",
        < 0 and var points => $"−{-points:0}",
        _ => "0",
    };

    private static string Bare(MeasureId id, double value) => Unit(id) switch
    {
        MeasureUnit.Percent => Percent(value),
        MeasureUnit.Dollars => value.ToString("#,0.00"),
        MeasureUnit.Seconds => value.ToString("#,0"),
        MeasureUnit.Count => Math.Abs(value) < 10 ? value.ToString(id == MeasureId.Brier ? "0.00" : "0.#") : value.ToString("#,0"),
        var unit => throw new InvalidOperationException($"No such unit: {unit}."),
    };

    // 2.5 reads as 3 to a person; to-even would make 62.5 % and 63.5 % both end in an even digit.
    private static double Rounded(double number) => Math.Round(number, MidpointRounding.AwayFromZero);

    private static MeasureUnit Unit(MeasureId id) => id switch
    {
        MeasureId.DriftShare => MeasureUnit.Percent,
        MeasureId.CostUsd => MeasureUnit.Dollars,
        MeasureId.Seconds => MeasureUnit.Seconds,
        _ => MeasureCatalogue.Of(id).Scale == MeasureScale.YesNo ? MeasureUnit.Percent : MeasureUnit.Count,
    };

    private enum MeasureUnit
    {
        Percent,
        Dollars,
        Seconds,
        Count,
    }
}
