using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing;

/// <summary>A slip that was made alike at several places is mended alike: the same replacement at each such place of a member, and of a file.</summary>
internal static class Twins
{
    /// <summary>More places than these are no slip.</summary>
    private const int Most = 5;

    /// <summary>How likely it is beside the same replacement at one place.</summary>
    private const double Share = 0.8;

    /// <summary>The joint candidates.</summary>
    public static IReadOnlyList<Candidate> Of(IReadOnlyList<Candidate> candidates)
    {
        var found = new List<Candidate>();
        var single = candidates.Where(candidate => candidate is { Files: [{ Changes: [{ Span.Length: > 0 }] }] })
            .GroupBy(candidate => (candidate.Project, candidate.File, Old: OldText(candidate), New: candidate.Files[0].Changes[0].NewText))
            .Where(group => group.Key.Old.Trim().Length > 0);
        foreach (var group in single)
        {
            var places = group.DistinctBy(candidate => candidate.Span).OrderBy(candidate => candidate.Span.Start).ToList();
            // A word says more than an operator or a number does: it may be wrong all over the file.
            if (char.IsLetter(group.Key.Old[0]) && group.Key.Old.Length > 2)
                Add(places, found);
            foreach (var member in places.GroupBy(MemberOf).Where(member => member.Count() < places.Count))
                Add([.. member], found);
            if (!char.IsLetter(group.Key.Old[0]) && places.Select(MemberOf).Distinct().Count() == 1)
                Add(places, found);
        }

        return found;
    }

    private static void Add(List<Candidate> places, List<Candidate> found)
    {
        if (places.Count is < 2 or > Most)
            return;
        var joint = places[0];
        foreach (var place in places.Skip(1))
        {
            if (Candidate.Both(joint, place) is not { } grown)
                return;
            joint = grown;
        }

        found.Add(joint with { Pattern = places[0].Pattern, Score = Math.Round(places.Max(place => place.Score) * Share, 9) });
    }

    private static string OldText(Candidate candidate) => candidate.Project.Trees[candidate.File].GetText().ToString(candidate.Span);

    private static MemberDeclarationSyntax? MemberOf(Candidate candidate) => FixContext.MemberAround(candidate.Project.Trees[candidate.File].GetRoot().FindNode(candidate.Span));
}
