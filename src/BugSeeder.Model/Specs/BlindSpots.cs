using BugSeeder.Model.Bugs;

namespace BugSeeder.Model.Specs;

/// <summary>What a spec, its tests and a bank do not reach in each other.</summary>
/// <param name="Kinds">How many bugs of each kind are linked to each section that has clauses; what is not there is none.</param>
/// <param name="BugsWithoutClause">Bugs that no clause is linked to.</param>
/// <param name="NeverMentioned">Public members that no clause names.</param>
/// <param name="ClausesWithoutBug">Requirements and scenarios that no bug is linked to.</param>
/// <param name="ClausesWithoutTest">Requirements and scenarios that no test is linked to.</param>
public sealed record BlindSpots(
    IReadOnlyList<KindCount> Kinds,
    IReadOnlyList<string> BugsWithoutClause,
    IReadOnlyList<string> NeverMentioned,
    IReadOnlyList<string> ClausesWithoutBug,
    IReadOnlyList<string> ClausesWithoutTest)
{
    /// <summary>The blind spots of a spec.</summary>
    public static BlindSpots Of(Spec spec, Trace trace, IReadOnlyList<Bug> bugs)
    {
        var known = bugs.Where(bug => trace.Bugs.Any(link => link.Bug == bug.Id)).ToList();
        var kinds = from section in spec.AllSections
                    where section.Clauses.Count > 0
                    from bug in known
                    where trace.Of(bug.Id).Links.Any(link => link.Section == section.Id)
                    group bug by (section.Id, bug.Seed.Class) into cell
                    select new KindCount(cell.Key.Id, cell.Key.Class, cell.Count());
        var binding = spec.AllSections.Where(section => section.Role == SectionRole.Behaviour).SelectMany(section => section.Clauses).Where(clause => clause.Kind != ClauseKind.Example).Select(clause => clause.Id).ToList();
        var withBug = trace.Bugs.SelectMany(bug => bug.Links).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal);
        var withTest = trace.Tests.Where(link => link.Strength != LinkStrength.None).Select(link => link.Clause).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. kinds], [.. known.Where(bug => trace.Of(bug.Id).Standing == BugStanding.Unspecified).Select(bug => bug.Id)], trace.NeverMentioned,
            [.. binding.Where(clause => !withBug.Contains(clause))], [.. binding.Where(clause => !withTest.Contains(clause))]);
    }
}

/// <summary>How many bugs of a kind are linked to a section.</summary>
/// <param name="Section">The section's id.</param>
/// <param name="Class">The kind.</param>
/// <param name="Bugs">How many.</param>
public sealed record KindCount(string Section, BugClass Class, int Bugs);
