using System.Text;
using BugSeeder.Execution.Trees;
using DiffPlex;
using DiffPlex.Model;

namespace BugSeeder.Code;

/// <summary>Differences between trees and texts.</summary>
internal static class Diff
{
    private const int Context = 3;

    /// <summary>A unified diff that <c>git apply</c> and <c>patch</c> understand. Files that are no text are named, not shown.</summary>
    public static string Unified(SourceTree from, SourceTree to)
    {
        var patch = new StringBuilder();
        foreach (var path in from.DifferencesTo(to))
            Append(patch, path, from.Files.GetValueOrDefault(path), to.Files.GetValueOrDefault(path));
        return patch.ToString();
    }

    /// <summary>The blocks in which two texts differ, by lines; lines keep their ends.</summary>
    public static IList<DiffBlock> Blocks(string from, string to) =>
        new Differ().CreateCustomDiffs(from, to, ignoreWhiteSpace: false, Lines).DiffBlocks;

    /// <summary>The blocks in which two sequences of parts differ.</summary>
    public static IList<DiffBlock> Blocks(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        // The differ takes texts and cuts them itself; a part may hold whatever it likes, so parts go by number.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        string Numbered(IReadOnlyList<string> parts) => string.Concat(parts.Select(part => $"{(numbers.TryGetValue(part, out var number) ? number : numbers[part] = numbers.Count)}\n"));
        return Blocks(Numbered(from), Numbered(to));
    }

    /// <summary>A text's lines, with their ends.</summary>
    public static string[] Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return [.. lines];
    }

    private static void Append(StringBuilder patch, string path, TreeFile? from, TreeFile? to)
    {
        patch.Append($"diff --git a/{path} b/{path}\n");
        if (from is null)
            patch.Append(to!.IsExecutable ? "new file mode 100755\n" : "new file mode 100644\n");
        else if (to is null)
            patch.Append(from.IsExecutable ? "deleted file mode 100755\n" : "deleted file mode 100644\n");
        else if (from.IsExecutable != to.IsExecutable)
            patch.Append(to.IsExecutable ? "old mode 100644\nnew mode 100755\n" : "old mode 100755\nnew mode 100644\n");
        if ((from is not null && from.Text is null) || (to is not null && to.Text is null))
        {
            patch.Append($"Binary files {(from is null ? "/dev/null" : "a/" + path)} and {(to is null ? "/dev/null" : "b/" + path)} differ\n");
            return;
        }

        var (before, after) = (Marked(from), Marked(to));
        if (before == after && from is not null && to is not null)
            return;
        patch.Append(from is null ? "--- /dev/null\n" : $"--- a/{path}\n").Append(to is null ? "+++ /dev/null\n" : $"+++ b/{path}\n");
        AppendHunks(patch, before, after);
    }

    /// <summary>To git a byte order mark is part of the first line.</summary>
    private static string Marked(TreeFile? file) => (file?.Content is [0xEF, 0xBB, 0xBF, ..] ? "\uFEFF" : "") + file?.Text;

    private static void AppendHunks(StringBuilder patch, string from, string to)
    {
        var (old, @new, blocks) = (Lines(from), Lines(to), Blocks(from, to));
        for (var index = 0; index < blocks.Count;)
        {
            var last = index;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
                last++;
            AppendHunk(patch, old, @new, [.. blocks.Skip(index).Take(last - index + 1)]);
            index = last + 1;
        }
    }

    private static void AppendHunk(StringBuilder patch, string[] old, string[] @new, DiffBlock[] blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var oldStart = Math.Max(0, first.DeleteStartA - Context);
        var oldEnd = Math.Min(old.Length, last.DeleteStartA + last.DeleteCountA + Context);
        var newStart = first.InsertStartB - (first.DeleteStartA - oldStart);
        var newEnd = last.InsertStartB + last.InsertCountB + (oldEnd - (last.DeleteStartA + last.DeleteCountA));
        patch.Append($"@@ -{Range(oldStart, oldEnd - oldStart)} +{Range(newStart, newEnd - newStart)} @@\n");
        var at = oldStart;
        foreach (var block in blocks)
        {
            for (; at < block.DeleteStartA; at++)
                AppendLine(patch, ' ', old[at]);
            for (; at < block.DeleteStartA + block.DeleteCountA; at++)
                AppendLine(patch, '-', old[at]);
            for (var added = block.InsertStartB; added < block.InsertStartB + block.InsertCountB; added++)
                AppendLine(patch, '+', @new[added]);
        }

        for (; at < oldEnd; at++)
            AppendLine(patch, ' ', old[at]);
    }

    private static string Range(int start, int count) => count == 1 ? $"{start + 1}" : $"{(count == 0 ? start : start + 1)},{count}";

    private static void AppendLine(StringBuilder patch, char mark, string line)
    {
        patch.Append(mark).Append(line);
        if (!line.EndsWith('\n'))
            patch.Append("\n\\ No newline at end of file\n");
    }
}
