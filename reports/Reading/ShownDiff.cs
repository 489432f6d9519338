using BugSeeder.Reports.Words;

namespace BugSeeder.Reports.Reading;

/// <summary>A line of a diff as it is shown: cleaned, and in pieces.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its line number.</param>
/// <param name="Pieces">Its text, with what changed inside the line marked.</param>
internal sealed record ShownLine(DiffLineKind Kind, int? Number, IReadOnlyList<Piece> Pieces);

/// <summary>A diff as it is shown.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="CutLines">How many lines were cut at the end.</param>
internal sealed record ShownDiff(IReadOnlyList<ShownLine> Lines, int CutLines)
{
    private const int MostLines = 300;
    private const int LongestLine = 400;

    /// <summary>The diff of this patch, without what is too long to read.</summary>
    public static ShownDiff Of(string patch)
    {
        var lines = new List<DiffLine>();
        var cut = 0;
        foreach (var line in UnifiedDiff.Read(patch))
        {
            if (lines.Count < MostLines)
                lines.Add(line with { Text = PlainText.CodeLine(line.Text, LongestLine) });
            else
                cut++;
        }

        return new(Paired(lines), cut);
    }

    private static List<ShownLine> Paired(List<DiffLine> lines)
    {
        var shown = new List<ShownLine>(lines.Count);
        for (var at = 0; at < lines.Count;)
        {
            var removed = lines.Skip(at).TakeWhile(line => line.Kind == DiffLineKind.Removed).ToList();
            var added = lines.Skip(at + removed.Count).TakeWhile(line => line.Kind == DiffLineKind.Added).ToList();
            shown.AddRange(removed.Count + added.Count == 0 ? [Whole(lines[at])] : Replaced(removed, added));
            at += Math.Max(1, removed.Count + added.Count);
        }

        return shown;
    }

    // Lines are compared in pairs only where as many were removed as added; otherwise it is a guess which belongs to which.
    private static IEnumerable<ShownLine> Replaced(List<DiffLine> removed, List<DiffLine> added)
    {
        if (removed.Count != added.Count)
            return removed.Concat(added).Select(Whole);

        var pairs = removed.Zip(added, (before, after) => (before, after, words: ChangedWords.Between(before.Text, after.Text))).ToList();
        return pairs.Select(pair => new ShownLine(pair.before.Kind, pair.before.Number, pair.words.Before))
            .Concat(pairs.Select(pair => new ShownLine(pair.after.Kind, pair.after.Number, pair.words.After)));
    }

    private static ShownLine Whole(DiffLine line) => new(line.Kind, line.Number, [new(line.Text, false)]);
}
