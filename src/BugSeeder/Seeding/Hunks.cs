using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>The hunks of edits: runs of changed lines, each with the member that it stands in.</summary>
internal static class Hunks
{
    /// <summary>Each hunk's place in the original, by file and line.</summary>
    public static IReadOnlyList<CodePlace> Of(IReadOnlyList<TextEdit> edits, SourceTree tree, TargetCode code, CancellationToken cancellationToken)
    {
        var hunks = new List<CodePlace>();
        foreach (var edit in edits.OrderBy(edit => edit.File, StringComparer.Ordinal).ThenBy(edit => edit.Start))
        {
            var text = tree.Files[edit.File].Text!;
            // A run of whole lines ends with a line end, which is still on its last line.
            var last = LineOf(text, Math.Max(edit.Start, edit.Start + edit.Original.Length - 1));
            var first = LineOf(text, edit.Start);
            if (hunks.Count > 0 && hunks[^1].File == edit.File && first <= hunks[^1].EndLine + 1)
                hunks[^1] = hunks[^1] with { EndLine = Math.Max(last, hunks[^1].EndLine) };
            else
                hunks.Add(new(edit.File, first, last, MemberNames.At(edit.File, FirstWord(text, edit), code, cancellationToken)));
        }

        return hunks;
    }

    /// <summary>How far places lie apart.</summary>
    public static BugShape ShapeOf(IReadOnlyList<CodePlace> places) =>
        places.DistinctBy(place => place.File).Count() > 1 ? BugShape.AcrossFiles
        : places.DistinctBy(place => place.Member).Count() > 1 ? BugShape.AcrossMembers
        : places.Count > 1 ? BugShape.SeveralHunks
        : BugShape.OneHunk;

    /// <summary>A seed of edits that no mutator made.</summary>
    public static Seed SeedOf(SeedSource source, string mutator, BugClass kind, string mistake, IReadOnlyList<TextEdit> edits, SourceTree tree, TargetCode code, CancellationToken cancellationToken)
    {
        var hunks = Of(edits, tree, code, cancellationToken);
        return new(Seeder.IdOf(edits), source, mutator, kind, [], mistake, edits, hunks[0]) { Shape = ShapeOf(hunks), Places = hunks.Count > 1 ? hunks : null };
    }

    /// <summary>Whether two places share a line.</summary>
    public static bool Overlap(CodePlace first, CodePlace second) =>
        first.File == second.File && first.Line <= second.EndLine && second.Line <= first.EndLine;

    /// <summary>Whole lines begin with blanks that may still belong to the member before.</summary>
    private static int FirstWord(string text, TextEdit edit)
    {
        var length = edit.Original.Length - edit.Original.TrimStart().Length;
        return Math.Min(edit.Start + (length < edit.Original.Length ? length : 0), Math.Max(0, text.Length - 1));
    }

    private static int LineOf(string text, int position) => text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1;
}
