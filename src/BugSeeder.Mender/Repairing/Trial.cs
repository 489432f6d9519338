namespace BugSeeder.Mender.Repairing;

/// <summary>How a patch fared.</summary>
/// <param name="Candidate">The patch.</param>
/// <param name="Outcome">What became of it; passed where it reaches something and breaks nothing.</param>
/// <param name="Met">The goals that it reaches.</param>
/// <param name="Moves">Whether something that still fails fails otherwise than before: a part of a repair may do that.</param>
/// <param name="Why">What stood against it, for the user.</param>
internal sealed record Trial(Candidate Candidate, TryOutcome Outcome, IReadOnlySet<int> Met, bool Moves, string Why)
{
    /// <summary>A patch that reaches nothing.</summary>
    public static Trial InVain(Candidate candidate, TryOutcome outcome, string why, bool moves = false) => new(candidate, outcome, new HashSet<int>(), moves, why);
}
