using BugSeeder.Model.Scores;

namespace BugSeeder.Model.Grades;

/// <summary>All that is known of a spec beside its lift.</summary>
public sealed record SpecFigures
{
    /// <summary>Nothing was observed.</summary>
    public static SpecFigures Nothing { get; } = new();

    /// <summary>The lift with its interval for this bank only: the bugs taken as all there are.</summary>
    public Estimate ThisBankOnly { get; init; } = Estimate.Nothing;

    /// <summary>Gap closure with its 95 % interval; without one where the bugs do not discriminate, and without a value where no arm had everything explained.</summary>
    public Estimate GapClosure { get; init; } = Estimate.Nothing;

    /// <summary>The clean-fix rate with everything explained minus that with nothing: what there was to close.</summary>
    public Estimate Room { get; init; } = Estimate.Nothing;

    /// <summary>The letter; <see langword="null"/> where there is none.</summary>
    public LetterGrade? Letter { get; init; }

    /// <summary>Why there is a letter, or why there is none.</summary>
    public string LetterReason { get; init; } = "No arm had everything explained, so there is nothing to measure the spec against.";

    /// <summary>What the spec changes beside clean fixes, measure by measure.</summary>
    public IReadOnlyList<MeasureChange> Changes { get; init; } = [];

    /// <summary>What the spec costs and saves.</summary>
    public IReadOnlyList<Saving> Savings { get; init; } = [];

    /// <summary>The lift on the open and on the sealed half of the bugs; <see langword="null"/> where a half is too small.</summary>
    public Halves? Halves { get; init; }

    /// <summary>What more help adds where the spec did not suffice, level by level.</summary>
    public IReadOnlyList<HelpStep> Climb { get; init; } = [];

    /// <summary>The placebo's lift: a document with the same headings that requires nothing.</summary>
    public Estimate Placebo { get; init; } = Estimate.Nothing;

    /// <summary>The last look, of a run that is looked at while it goes on; <see langword="null"/> of any other.</summary>
    public Look? Look { get; init; }

    /// <summary>Bugs that are fixed without any spec: they say nothing about one, and are never left out for it.</summary>
    public IReadOnlyList<string> SelfEvident { get; init; } = [];

    /// <summary>Bugs that are not fixed even with everything explained: limited by the assistant.</summary>
    public IReadOnlyList<string> LimitedByTheAssistant { get; init; } = [];
}

/// <summary>How the spec changes one measure, over the bugs (or controls) that both arms have.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Difference">With the spec minus without.</param>
/// <param name="P">The p-value, two-sided; adjusted for how many measures are looked at (Benjamini and Hochberg).</param>
/// <param name="IsFinding">Whether it is a finding at a false-discovery share of 10 %.</param>
public sealed record MeasureChange(MeasureId Measure, Estimate Difference, double P, bool IsFinding);

/// <summary>What the spec costs or saves: the mean with it over the mean without, over the bugs that both arms have.</summary>
/// <param name="Measure">What is spent.</param>
/// <param name="Ratio">Below 1 it saves.</param>
public sealed record Saving(MeasureId Measure, Estimate Ratio);

/// <summary>The lift by half of the bank. Advice names bugs of the open half only, so after an edit only the sealed half tells whether the spec is better.</summary>
/// <param name="Open">The lift on the open half.</param>
/// <param name="Sealed">The lift on the sealed half.</param>
/// <param name="Gap">Open minus sealed: well above 0, the spec was written to the test.</param>
public sealed record Halves(Estimate Open, Estimate Sealed, Estimate Gap);

/// <summary>What one level of help adds over trying again with the spec alone, on the bugs that were not solved below it.</summary>
/// <param name="Level">The level.</param>
/// <param name="Solved">The clean-fix rate at this level.</param>
/// <param name="Again">The clean-fix rate of trying again, on the same bugs.</param>
/// <param name="Added">Their difference.</param>
public sealed record HelpStep(Trials.HelpLevel Level, Estimate Solved, Estimate Again, Estimate Added);
