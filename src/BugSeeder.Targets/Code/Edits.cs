using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Code;

/// <summary>Plants edits in a tree and takes them back.</summary>
internal static class Edits
{
    /// <summary>The tree with the edits made.</summary>
    /// <exception cref="UserError">The text at an edit's place is not the one it was made for.</exception>
    public static SourceTree Apply(SourceTree tree, IReadOnlyList<TextEdit> edits)
    {
        foreach (var file in edits.GroupBy(edit => edit.File, StringComparer.Ordinal))
        {
            var text = tree.Files.GetValueOrDefault(file.Key)?.Text ?? throw Misplaced(file.First());
            tree = tree.WithText(file.Key, Apply(text, file));
        }

        return tree;
    }

    /// <summary>The edits that take these edits back.</summary>
    public static IReadOnlyList<TextEdit> Reverse(IReadOnlyList<TextEdit> edits) =>
    [
        .. edits.GroupBy(edit => edit.File, StringComparer.Ordinal).SelectMany(file =>
        {
            var shift = 0;
            return file.OrderBy(edit => edit.Start).Select(edit =>
            {
                var reversed = new TextEdit(edit.File, edit.Start + shift, edit.Replacement, edit.Original);
                shift += edit.Replacement.Length - edit.Original.Length;
                return reversed;
            }).ToList();
        }),
    ];

    /// <summary>The edits that turn one text of a file into another, each a run of whole lines.</summary>
    public static IEnumerable<TextEdit> Between(string path, string before, string after)
    {
        var (old, @new) = (Diff.Lines(before), Diff.Lines(after));
        foreach (var block in Diff.Blocks(before, after))
        {
            var start = old.Take(block.DeleteStartA).Sum(line => line.Length);
            yield return new(path, start, string.Concat(old.Skip(block.DeleteStartA).Take(block.DeleteCountA)), string.Concat(@new.Skip(block.InsertStartB).Take(block.InsertCountB)));
        }
    }

    private static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
        {
            if (edit.Start + edit.Original.Length > text.Length || !text.AsSpan(edit.Start, edit.Original.Length).SequenceEqual(edit.Original))
                throw Misplaced(edit);
            text = string.Concat(text.AsSpan(0, edit.Start), edit.Replacement, text.AsSpan(edit.Start + edit.Original.Length));
        }

        return text;
    }

    private static UserError Misplaced(TextEdit edit) => new(
        $"'{edit.File}' does not have the text '{edit.Original.ReplaceLineEndings(" ")}' at the place of the edit.",
        "The target has changed since the bank was made. Make a new bank with `bugseeder seed`, or check out the commit that bank.json names.");
}
