using System.Text.RegularExpressions;

namespace BugSeeder.Reports.Reading;

/// <summary>What a line of a diff is.</summary>
internal enum DiffLineKind
{
    /// <summary>The name of the file that follows.</summary>
    File,

    /// <summary>Something about the file: new, deleted, renamed, binary.</summary>
    Note,

    /// <summary>Where the lines that follow stand.</summary>
    Hunk,

    /// <summary>The same before and after.</summary>
    Context,

    /// <summary>Only before.</summary>
    Removed,

    /// <summary>Only after.</summary>
    Added,
}

/// <summary>A line of a diff, without its sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Its line number after the change, or before it for a removed line.</param>
/// <param name="Text">Its text.</param>
internal sealed record DiffLine(DiffLineKind Kind, int? Number, string Text);

/// <summary>Reads a unified diff. It comes from a repository that an assistant had in its hands, so nothing in it is trusted.</summary>
internal static partial class UnifiedDiff
{
    // Heads that say nothing a reader has not seen in the file's name.
    private static readonly string[] Repeated = ["--- ", "+++ ", "index "];

    /// <summary>The lines of a diff, in their order. Text that is no diff comes back as notes.</summary>
    public static IEnumerable<DiffLine> Read(string patch)
    {
        var place = new DiffPlace();
        foreach (var line in Lines(patch))
        {
            if (place.InHunk && Body(line, place) is { } body)
                yield return body;
            else if (Head(line, place) is { } head)
                yield return head;
        }
    }

    // One at a time: a patch may have millions of lines, of which a few hundred are shown. A lone CR stays in its line.
    private static IEnumerable<string> Lines(string patch)
    {
        for (var start = 0; start < patch.Length;)
        {
            var end = patch.IndexOf('\n', start) is var at and >= 0 ? at : patch.Length;
            yield return patch[start..end].TrimEnd('\r');
            start = end + 1;
        }
    }

    // Inside a hunk its announced length decides: a removed line may well start with "-- " and look like a head.
    private static DiffLine? Body(string line, DiffPlace place) => (line.Length == 0 ? ' ' : line[0]) switch
    {
        ' ' => new(DiffLineKind.Context, place.Both(), line.Length == 0 ? "" : line[1..]),
        '-' => new(DiffLineKind.Removed, place.Before(), line[1..]),
        '+' => new(DiffLineKind.Added, place.After(), line[1..]),
        '\\' => new(DiffLineKind.Note, null, line[1..].Trim()),
        _ => null,
    };

    private static DiffLine? Head(string line, DiffPlace place)
    {
        if (HunkHead().Match(line) is { Success: true } hunk)
        {
            place.Enter(hunk);
            return new(DiffLineKind.Hunk, null, line);
        }

        place.Leave();
        if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            return new(DiffLineKind.File, null, place.Named(NewName(line)));
        if (line.StartsWith("+++ ", StringComparison.Ordinal) && !place.IsNamed)
            return new(DiffLineKind.File, null, Unprefixed(line[4..]));
        return line.Length == 0 || Repeated.Any(start => line.StartsWith(start, StringComparison.Ordinal)) ? null : new(DiffLineKind.Note, null, line);
    }

    private static string NewName(string line) =>
        line.LastIndexOf(" b/", StringComparison.Ordinal) is var at and > 0 ? line[(at + 3)..] : line["diff --git ".Length..];

    private static string Unprefixed(string name) => name.StartsWith("b/", StringComparison.Ordinal) ? name[2..] : name;

    [GeneratedRegex(
        @"^@@ -(?<before>\d{1,9})(,(?<beforeLength>\d{1,9}))? \+(?<after>\d{1,9})(,(?<afterLength>\d{1,9}))? @@",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex HunkHead();
}
