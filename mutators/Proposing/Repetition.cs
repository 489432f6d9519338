using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>
/// Makes one mistake at two or three places. Who believes that a limit is excluded writes so at each check of it, and who forgets to round
/// forgets it in both branches: most real faults have several hunks, and this is where many of them come from.
/// </summary>
internal static class Repetition
{
    private const int Most = 3;

    /// <summary>The same slip at several places of one member, and at several members of one type.</summary>
    /// <param name="candidates">Single slips, checked.</param>
    /// <param name="text">The file.</param>
    public static IEnumerable<Candidate> Of(IEnumerable<Candidate> candidates, SourceText text)
    {
        var alike = candidates.Where(candidate => candidate is { Repeats: true, Replacements.Count: 1 })
            .Select(candidate => (Candidate: candidate, Member: Declared.Member(candidate.Node)))
            .GroupBy(slip => (slip.Candidate.Mutator, Belief(slip.Candidate, text), Type: slip.Member.FirstAncestorOrSelf<TypeDeclarationSyntax>()));
        foreach (var slips in alike)
        {
            var members = slips.GroupBy(slip => slip.Member, slip => slip.Candidate).Select(group => Apart(group, text)).Where(places => places.Count > 0).ToList();
            foreach (var places in members)
            {
                foreach (var part in Parts(places))
                    yield return Together(part);
            }
            if (members.Count > 1 && slips.Key.Type is not null && members.Sum(places => places.Count) is > 1 and <= Most)
                yield return Together([.. members.SelectMany(places => places)]);
        }
    }

    private static string Belief(Candidate candidate, SourceText text) =>
        candidate.Confuses ?? $"{text.ToString(candidate.Replacements[0].Span)} → {candidate.Replacements[0].NewText}";

    /// <summary>Those that are on lines of their own with another line between.</summary>
    private static List<Candidate> Apart(IEnumerable<Candidate> candidates, SourceText text)
    {
        var apart = new List<Candidate>();
        var free = -1;
        foreach (var candidate in candidates.OrderBy(candidate => candidate.Hull.Start))
        {
            if (text.Lines.GetLineFromPosition(candidate.Hull.Start).LineNumber < free)
                continue;
            apart.Add(candidate);
            free = text.Lines.GetLineFromPosition(candidate.Hull.End).LineNumber + 2;
        }
        return apart;
    }

    /// <summary>All of two or three; of more, or where all of them would leave a name unused, two neighbours.</summary>
    private static IEnumerable<IReadOnlyList<Candidate>> Parts(List<Candidate> places)
    {
        if (places.Count is > 1 and <= Most)
            yield return places;
        if (places.Count > 2)
            yield return places[..2];
    }

    private static Candidate Together(IReadOnlyList<Candidate> slips) => slips[0] with
    {
        Replacements = [.. slips.SelectMany(slip => slip.Replacements).OrderBy(edit => edit.Span.Start)],
        Mistake = $"{slips[0].Mistake.TrimEnd('.')}, at {(slips.Count == 2 ? "two" : "three")} places alike.",
    };
}
