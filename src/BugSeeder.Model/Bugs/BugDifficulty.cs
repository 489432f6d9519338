namespace BugSeeder.Model.Bugs;

/// <summary>How hard a bug should be to find and fix, and the signs that say so. The bug's class, shape and witnesses are signs too.</summary>
/// <param name="Value">From 0, found by everybody, to 1, found by nobody.</param>
/// <param name="Reaching">How many tests of the oracle can reach a changed member through calls; 0 when that is not known.</param>
/// <param name="Distance">How many calls the nearest witness is away from a changed member, 1 for a direct call; <see langword="null"/> when no path of calls is known.</param>
/// <param name="Hunks">How many hunks it has.</param>
public sealed record BugDifficulty(double Value, int Reaching, int? Distance, int Hunks)
{
    /// <summary>
    /// The difficulty that the signs predict. Each sign moves the log odds, so that signs add up and the value stays between 0 and 1.
    /// It starts from the shape: in published ratings bugs combined in one file or module have 5.7 of 9, well-known real issues 4.0 and a simple edit 3.3.
    /// The other weights are judgements, for want of published ones: <see cref="DifficultyFromTrials"/> puts trials in their place. docs/banks.md has the
    /// formula with its reasons.
    /// </summary>
    /// <param name="shape">How far its places lie apart.</param>
    /// <param name="kind">What kind of slip it is: what is missing is harder to see than what is wrong.</param>
    /// <param name="witnesses">How many tests fail: many failing tests are many examples of what should be.</param>
    /// <param name="reaching">How many tests reach it; where most of them still pass, it shows in rare cases only. 0 for not known.</param>
    /// <param name="distance">Calls from the nearest witness to it: a far assertion does not point at the place. Null for not known.</param>
    /// <param name="hunks">How many hunks there are; from the third on each makes it harder.</param>
    public static BugDifficulty Predict(BugShape shape, BugClass kind, int witnesses, int reaching, int? distance, int hunks)
    {
        var few = 1 - (Math.Log2(Math.Max(1, witnesses)) / 2);
        var quiet = reaching > 0 ? 1 - (2 * Math.Sqrt(Math.Min(1, (double)witnesses / reaching))) : 0;
        var far = distance is { } calls ? (calls - 2) / 2.0 : 0;
        var odds = LogOdds(OfShape(shape)) + OfKind(kind) + (0.5 * Within(few)) + (0.5 * Within(quiet)) + (0.4 * Within(far)) + (0.2 * Math.Max(0, hunks - 2));
        return new(Math.Round(FromLogOdds(odds), 3), reaching, distance, hunks);
    }

    internal static double LogOdds(double share) => Math.Log(share / (1 - share));

    internal static double FromLogOdds(double odds) => 1 / (1 + Math.Exp(-odds));

    private static double Within(double sign) => Math.Clamp(sign, -1, 1);

    private static double OfShape(BugShape shape) => shape switch
    {
        BugShape.OneHunk => 3.3 / 9,
        BugShape.SeveralHunks => 5.0 / 9,
        BugShape.AcrossMembers => 5.7 / 9,
        BugShape.AcrossFiles => 6.0 / 9,
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static double OfKind(BugClass kind) => kind switch
    {
        BugClass.Omission or BugClass.DotNetSemantics => 0.4,
        BugClass.Exception => 0.3,
        BugClass.WrongReference or BugClass.WrongCall => 0,
        BugClass.Condition or BugClass.Literal => -0.2,
        BugClass.Arithmetic => -0.3,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
