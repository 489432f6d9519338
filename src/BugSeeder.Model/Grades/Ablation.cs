namespace BugSeeder.Model.Grades;

/// <summary>That and how sections are left out to see what each does.</summary>
/// <param name="Sections">The ids of the sections to leave out; empty for all there are.</param>
/// <param name="Trials">How often each bug is tried with sections left out by lot.</param>
public sealed record Ablation(IReadOnlyList<string> Sections, int Trials)
{
    /// <summary>With 50 bugs and ten sections, so many trials of each tell four of five sections that help (docs/statistics.md).</summary>
    public const int UsualTrials = 16;
}
