namespace BugSeeder.Model.Grades;

/// <summary>What an arm shows beyond its single measures.</summary>
/// <param name="Detection">J: the share of bugs detected minus the share of false alarms on controls. Never shown without the latter.</param>
/// <param name="Consistency">How alike its trials of one bug are; <see langword="null"/> with one trial each.</param>
/// <param name="Calibration">What its stated confidence is worth; <see langword="null"/> where it states none.</param>
public sealed record ArmFigures(Estimate Detection, Consistency? Consistency, Calibration? Calibration)
{
    /// <summary>Nothing was observed.</summary>
    public static ArmFigures Nothing { get; } = new(Estimate.Nothing, null, null);
}

/// <summary>How alike the trials of one bug are, by clean fixes.</summary>
/// <param name="Trials">How many trials are drawn: as many as the bug with the fewest has.</param>
/// <param name="All">pass^k: how often all of them succeed.</param>
/// <param name="Any">pass@k: how often at least one does.</param>
public sealed record Consistency(int Trials, Estimate All, Estimate Any);

/// <summary>How stated confidence compares with being right.</summary>
/// <param name="Bands">From the least confident to the most; empty bands are left out.</param>
/// <param name="Error">The mean distance of confidence from being right, over bands weighted by their trials: 0 is perfect.</param>
public sealed record Calibration(IReadOnlyList<ConfidenceBand> Bands, double Error);

/// <summary>Trials that stated about the same confidence.</summary>
/// <param name="From">The lower end of the band.</param>
/// <param name="To">Its upper end.</param>
/// <param name="Confidence">The mean confidence stated.</param>
/// <param name="Right">The share that was right.</param>
/// <param name="Trials">How many trials.</param>
public sealed record ConfidenceBand(double From, double To, double Confidence, double Right, int Trials);
