using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Checking;

/// <summary>A spec with all that rules look at.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="Code">What is known of the target; <see langword="null"/> where only the text is looked at.</param>
internal sealed record CheckedSpec(Spec Spec, CheckedCode? Code)
{
    /// <summary>Requirements that say how the product behaves.</summary>
    public IEnumerable<(Section Section, Clause Clause)> Requirements => Binding(ClauseKind.Requirement);

    /// <summary>Scenarios of how the product behaves.</summary>
    public IEnumerable<(Section Section, Clause Clause)> Scenarios => Binding(ClauseKind.Scenario);

    private IEnumerable<(Section Section, Clause Clause)> Binding(ClauseKind kind) =>
        from section in Spec.AllSections
        where section.Role is SectionRole.Behaviour or SectionRole.Boundaries
        from clause in section.Clauses
        where clause.Kind == kind
        select (section, clause);

    /// <summary>A clause's text as it stands in its file, so that positions in it are positions there.</summary>
    public string Written(Clause clause) => Spec.FileOf(clause.Place.File).Text.Substring(clause.Place.Start, clause.Place.Length);

    /// <summary>The place of a part of a clause.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="start">Where the part starts in the clause's written text.</param>
    /// <param name="length">How long it is.</param>
    public SpecPlace Within(Clause clause, int start, int length) => Spec.FileOf(clause.Place.File).Place(clause.Place.Start + start, length);

    /// <summary>The place of the first heading, for what is missing in the whole of a spec.</summary>
    public SpecPlace Top => Spec.AllSections.FirstOrDefault(section => section.Level > 0) is { } first
        ? Spec.FileOf(first.Place.File).Place(first.Place.Start, Math.Max(1, Spec.FileOf(first.Place.File).Text.IndexOf('\n', first.Place.Start) - first.Place.Start))
        : Spec.Files[0].Place(0, 0);

    /// <summary>The place of a section's heading.</summary>
    public SpecPlace HeadingOf(Section section)
    {
        var file = Spec.FileOf(section.Place.File);
        var end = file.Text.IndexOf('\n', section.Place.Start);
        return file.Place(section.Place.Start, (end < 0 ? file.Text.Length : end) - section.Place.Start);
    }
}
