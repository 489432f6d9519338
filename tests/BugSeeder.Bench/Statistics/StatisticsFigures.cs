
namespace BugSeeder.Bench.Statistics;

/// <summary>What the simulation shows, in the order in which it is read.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="RunsPerCell">How many simulated runs each cell has.</param>
/// <param name="SimulatedRuns">How many there were in all.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Coverage">How often 95 % intervals of rates and lifts held what is true, on average over the cells.</param>
/// <param name="WorstCoverage">The least of all cells, those of gap closure at 95 % included.</param>
/// <param name="TypeOne">How often a run said that the spec helps or harms where it does nothing, on average.</param>
/// <param name="TypeOneHelps">How often it said that it helps: the error that a reader is harmed by.</param>
/// <param name="TypeOneEarly">The same as <paramref name="TypeOne"/>, where the run was looked at after rounds 1, 3 and 5 and could stop.</param>
/// <param name="WorstTypeOne">The most of all cells, early stopping included.</param>
/// <param name="Power">How many bugs are needed for 80 % power, and the power simulated with so many.</param>
/// <param name="CoverageByFigure">The mean coverage of each figure at each level.</param>
/// <param name="Sections">How planted effects of sections were labelled.</param>
/// <param name="Cells">Every cell of the coverage study.</param>
/// <param name="AtTheEnd">Every cell without early stopping.</param>
/// <param name="Early">Every cell with early stopping.</param>
internal sealed record StatisticsFigures(
    int SchemaVersion,
    int RunsPerCell,
    int SimulatedRuns,
    double Seconds,
    double Coverage,
    double WorstCoverage,
    double TypeOne,
    double TypeOneHelps,
    double TypeOneEarly,
    double WorstTypeOne,
    IReadOnlyList<Needs> Power,
    IReadOnlyList<FigureCoverage> CoverageByFigure,
    IReadOnlyList<SectionHits> Sections,
    IReadOnlyList<Coverage> Cells,
    IReadOnlyList<Answers> AtTheEnd,
    IReadOnlyList<Answers> Early)
{
    public static StatisticsFigures Of(
        int runs, IReadOnlyList<Coverage> cells, IReadOnlyList<Answers> atTheEnd, IReadOnlyList<Answers> early, IReadOnlyList<Needs> needs, IReadOnlyList<SectionHits> sections, double seconds)
    {
        var at95 = cells.Where(cell => cell.Level == 0.95).ToList();
        var nothing = early.Where(cell => cell.Points == 0).ToList();
        return new(
            Model.Text.Json.SchemaVersion,
            runs,
            (runs * (cells.Count + atTheEnd.Count + early.Count + (needs.Count * Scenario.All.Count))) + sections.GroupBy(hits => (hits.Of, hits.Trials)).Sum(experiments => experiments.Sum(hits => hits.Sections) / experiments.Key.Of),
            seconds,
            at95.Where(cell => cell.Figure != "gap closure").Average(cell => cell.Covered),
            at95.Min(cell => cell.Covered),
            atTheEnd.Average(cell => cell.Finds),
            atTheEnd.Average(cell => cell.Helps),
            nothing.Average(cell => cell.Finds),
            atTheEnd.Concat(nothing).Max(cell => cell.Finds),
            needs,
            [.. cells.GroupBy(cell => (cell.Figure, cell.Level)).Select(group => new FigureCoverage(group.Key.Figure, group.Key.Level, group.Count(), group.Average(cell => cell.Covered), group.Min(cell => cell.Covered), group.Max(cell => cell.Covered)))],
            sections,
            cells,
            atTheEnd,
            early);
    }
}

/// <summary>Coverage of one figure over its cells.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Level">What its intervals promise.</param>
/// <param name="Cells">How many cells.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Least">The least.</param>
/// <param name="Most">The most.</param>
internal sealed record FigureCoverage(string Figure, double Level, int Cells, double Mean, double Least, double Most);
