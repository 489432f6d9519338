using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Seeding;

namespace BugSeeder.Bench.Tells;

/// <summary>One version of a place: what a reader who does not know the other version sees.</summary>
/// <param name="File">The file that it starts in.</param>
/// <param name="Windows">The lines around each hunk.</param>
/// <param name="Rest">The other lines of the same files, which both versions share: what is usual there.</param>
/// <param name="Marks">The bytes before the text of each file, in hexadecimal.</param>
internal sealed record Version(string File, IReadOnlyList<string> Windows, string Rest, string Marks);

/// <summary>The original and the planted version of one seed's place.</summary>
internal sealed record TellPlace(string Seed, Version Original, Version Planted)
{
    private const int LinesAround = 6;

    /// <summary>The place of a seed.</summary>
    public static TellPlace Of(Seed seed, SourceTree tree)
    {
        var planted = Edits.Apply(tree, seed.Edits);
        var back = Edits.Reverse(seed.Edits);
        return new(seed.Id, VersionOf(seed.Edits, tree), VersionOf(back, planted));
    }

    private static Version VersionOf(IReadOnlyList<TextEdit> edits, SourceTree tree)
    {
        var (windows, rest) = (new List<string>(), new List<string>());
        foreach (var file in edits.GroupBy(edit => edit.File, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var lines = Diff.Lines(tree.Files[file.Key].Text!);
            var inside = new bool[lines.Length];
            foreach (var place in Hunks.Of([.. file], tree, new TargetCode([], []), CancellationToken.None))
            {
                for (var line = Math.Max(0, place.Line - 1 - LinesAround); line < Math.Min(lines.Length, place.EndLine + LinesAround); line++)
                    inside[line] = true;
            }

            for (var line = 0; line < lines.Length; line++)
            {
                if (!inside[line])
                    rest.Add(lines[line]);
                else if (line > 0 && inside[line - 1])
                    windows[^1] += lines[line];
                else
                    windows.Add(lines[line]);
            }
        }

        var marks = edits.Select(edit => edit.File).Distinct().Order(StringComparer.Ordinal).Select(path => Convert.ToHexString(tree.Files[path].Content.AsSpan(0, Math.Min(3, tree.Files[path].Content.Length))));
        return new(edits[0].File, windows, string.Concat(rest), string.Join(' ', marks.Select(mark => mark is "EFBBBF" || mark.StartsWith("FFFE", StringComparison.Ordinal) ? mark : "")));
    }
}
