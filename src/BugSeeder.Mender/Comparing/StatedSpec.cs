using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Comparing;

/// <summary>A spec as conventions read it: its binding clauses, each with what stands around it.</summary>
/// <param name="Clauses">The clauses that bind and are no examples, in the order of the text.</param>
/// <param name="Text">All of the spec's text, with white space made one.</param>
internal sealed record StatedSpec(IReadOnlyList<StatedClause> Clauses, string Text)
{
    /// <summary>A spec so read.</summary>
    public static StatedSpec Of(Spec spec) => new(
        [
            .. spec.AllSections.Where(section => section.Role is not (SectionRole.NonGoals or SectionRole.Background)).SelectMany(section => section.Clauses
                .Where(clause => clause.Kind != ClauseKind.Example)
                .Select(clause => new StatedClause(clause, section.Title, [.. section.WithInner.SelectMany(inner => inner.Clauses).Select(each => each.Example).OfType<SpecExample>()]) { Topic = IsTitle(section, spec) ? "" : section.Title })),
        ],
        string.Join('\n', spec.Files.Select(file => StatedClause.Plain(file.Text))));

    private static bool IsTitle(Section section, Spec spec) => section.Level == 1 && spec.AllSections.Count(other => other.Level == 1 && other.Place.File == section.Place.File) == 1;
}
