namespace BugSeeder.Model.Scores;

/// <summary>How an assistant's work was built and tested.</summary>
public enum JudgingRoute
{
    /// <summary>Nothing had to be: the evidence alone says it.</summary>
    Nothing,

    /// <summary>Compiled in memory, with the tests run in a fresh process.</summary>
    Fast,

    /// <summary>By the target's own build and test runners.</summary>
    Build,
}

/// <summary>On what a score rests.</summary>
/// <param name="Route">How the work was judged; where both ways were used, <see cref="JudgingRoute.Build"/>.</param>
/// <param name="Reason">Why it was judged that way.</param>
/// <param name="Confirmed">Whether the real build said the same of work that was judged fast; <see langword="null"/> where it was not asked.</param>
/// <param name="Disagreements">Measures on which the two differed, with both values. The score holds those of the real build.</param>
public sealed record Judging(JudgingRoute Route, string Reason, bool? Confirmed, IReadOnlyList<string> Disagreements);
