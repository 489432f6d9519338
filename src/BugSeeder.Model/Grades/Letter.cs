namespace BugSeeder.Model.Grades;

/// <summary>A letter for a spec, from the share of explaining by hand that it replaces. Rising, so that the better letter is the greater.</summary>
public enum Letter
{
    /// <summary>Under a fifth.</summary>
    F,

    /// <summary>A fifth or more.</summary>
    D,

    /// <summary>Two fifths or more.</summary>
    C,

    /// <summary>Three fifths or more.</summary>
    B,

    /// <summary>Four fifths or more.</summary>
    A,
}

/// <summary>A letter with the letters at both ends of its 90 % interval.</summary>
/// <param name="Estimate">The letter of the estimate.</param>
/// <param name="Low">The letter at the lower end, which a gate uses.</param>
/// <param name="High">The letter at the upper end.</param>
/// <param name="Cap">Why it was lowered to C; <see langword="null"/> when it was not.</param>
public sealed record LetterGrade(Letter Estimate, Letter Low, Letter High, string? Cap)
{
    /// <summary>What false alarms or drift may exceed those without a spec by, before a letter is capped: 20 points. A convention.</summary>
    public const double LargestExcess = 0.20;

    /// <summary>From which gap closure each letter is given. Conventions, and printed beside the letter.</summary>
    public static IReadOnlyList<(Letter Letter, double From)> Thresholds { get; } = [(Letter.A, 0.80), (Letter.B, 0.60), (Letter.C, 0.40), (Letter.D, 0.20), (Letter.F, double.NegativeInfinity)];

    /// <summary>The thresholds in words.</summary>
    public static string Conventions => "A from 80 %, B from 60 %, C from 40 %, D from 20 % of the gap between nothing and everything explained; these are conventions";

    /// <summary>In words, such as <c>B, between C and A</c>.</summary>
    public string Words => Low == High ? $"{Estimate}" : $"{Estimate}, between {Low} and {High}";

    /// <summary>The letter for a gap closure.</summary>
    public static Letter Of(double closure) => Thresholds.First(threshold => closure >= threshold.From).Letter;

    /// <summary>The letters for an estimate with its 90 % interval.</summary>
    /// <param name="closure">The gap closure; it must have an interval.</param>
    /// <param name="cap">Why the letter is capped at C; <see langword="null"/> when it is not.</param>
    internal static LetterGrade Of(Estimate closure, string? cap)
    {
        Letter Capped(double? share) => cap is null ? Of(share!.Value) : (Letter)Math.Min((int)Letter.C, (int)Of(share!.Value));
        return new(Capped(closure.Value), Capped(closure.Low), Capped(closure.High), cap);
    }
}
