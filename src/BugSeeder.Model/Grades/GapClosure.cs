namespace BugSeeder.Model.Grades;

/// <summary>Which share of explaining by hand a spec replaces: (spec − none) / (full − none), in clean-fix rates over the bugs that all three arms have.</summary>
/// <param name="Ratio">The share with its interval; without one where the bugs do not discriminate.</param>
/// <param name="Room">full − none, with its 95 % interval: what there is to close.</param>
/// <param name="Discriminates">Whether there is enough to close for the ratio to mean anything: ten points or more, and shown to be above 0.</param>
internal sealed record GapClosure(Estimate Ratio, Estimate Room, bool Discriminates)
{
    /// <summary>Under so much between nothing and everything explained, bugs do not discriminate: a convention.</summary>
    public const double LeastRoom = 0.10;

    /// <summary>The gap closure over the bugs that have a value in each arm.</summary>
    /// <param name="spec">The arm with the spec.</param>
    /// <param name="none">The arm with nothing.</param>
    /// <param name="full">The arm with everything explained.</param>
    /// <param name="level">How sure the interval of the ratio is to be.</param>
    public static GapClosure Of(IReadOnlyList<BugValue> spec, IReadOnlyList<BugValue> none, IReadOnlyList<BugValue> full, double level)
    {
        var helped = PairedBug.Of(spec, none).ToDictionary(static pair => pair.With.Bug, StringComparer.Ordinal);
        IReadOnlyList<PairedBug> explained = [.. PairedBug.Of(full, none).Where(pair => helped.ContainsKey(pair.With.Bug))];
        var room = Estimates.OfDifference(explained);
        var ratio = Estimates.OfRatio([.. explained.Select(pair => new RatioPart(pair.Cluster, helped[pair.With.Bug].Difference, pair.Difference))], level);
        var discriminates = room is { Value: >= LeastRoom, Low: > 0 } && ratio.Low is not null;
        return new(discriminates ? ratio : ratio with { Low = null, High = null, Method = IntervalMethod.None }, room, discriminates);
    }
}
