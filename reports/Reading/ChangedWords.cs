using System.Text.RegularExpressions;
using DiffPlex;

namespace BugSeeder.Reports.Reading;

/// <summary>A piece of a changed line.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsChanged">Whether the other version of the line lacks it.</param>
internal sealed record Piece(string Text, bool IsChanged);

/// <summary>Which words of a replaced line are really other words.</summary>
internal static partial class ChangedWords
{
    /// <summary>The line before and after, each in pieces; whole when the two have too little in common for marks to help.</summary>
    public static (IReadOnlyList<Piece> Before, IReadOnlyList<Piece> After) Between(string before, string after)
    {
        var diff = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var oldPieces = Mark(diff.PiecesOld, diff.DiffBlocks.Select(block => (block.DeleteStartA, block.DeleteCountA)));
        var newPieces = Mark(diff.PiecesNew, diff.DiffBlocks.Select(block => (block.InsertStartB, block.InsertCountB)));
        return SameShare(oldPieces) < 0.4 && SameShare(newPieces) < 0.4 ? ([new(before, false)], [new(after, false)]) : (oldPieces, newPieces);
    }

    private static List<Piece> Mark(string[] words, IEnumerable<(int Start, int Count)> changes)
    {
        var changed = changes.SelectMany(change => Enumerable.Range(change.Start, change.Count)).ToHashSet();
        var pieces = new List<Piece>();
        for (var index = 0; index < words.Length; index++)
        {
            var isChanged = changed.Contains(index);
            if (pieces.Count > 0 && pieces[^1].IsChanged == isChanged)
                pieces[^1] = new(pieces[^1].Text + words[index], isChanged);
            else
                pieces.Add(new(words[index], isChanged));
        }

        return pieces;
    }

    private static double SameShare(IReadOnlyList<Piece> pieces)
    {
        var all = pieces.Sum(piece => piece.Text.Trim().Length);
        return all == 0 ? 1 : (double)pieces.Where(piece => !piece.IsChanged).Sum(piece => piece.Text.Trim().Length) / all;
    }

    /// <summary>Identifiers and numbers, white space, and single signs.</summary>
    private static string[] Words(string code) => [.. Word().Matches(code).Select(match => match.Value)];

    [GeneratedRegex(@"\w+|\s+|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();
}
