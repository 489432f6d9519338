using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Scoring;

/// <summary>What still differs between the original and the final product code, once the bug's own place is set aside.</summary>
/// <param name="Lines">Lines that differ outside of the bug's own place.</param>
/// <param name="Nodes">Syntax nodes that differ outside of the bug's own place.</param>
/// <param name="Changed">Product lines that the assistant changed in all.</param>
internal sealed record DriftSize(int Lines, int Nodes, int Changed)
{
    public static DriftSize Of(SourceTree original, SourceTree given, SourceTree harvested, IReadOnlyList<string> productFiles, BugPlace place)
    {
        var (lines, nodes, changed) = (0, 0, 0);
        foreach (var path in productFiles)
        {
            var (before, start, after) = (TextOf(original, path), TextOf(given, path), TextOf(harvested, path));
            changed += Diff.Blocks(start, after).Sum(block => Math.Max(block.DeleteCountA, block.InsertCountB));
            foreach (var block in Diff.Blocks(before, after).Where(block => !place.IsOwn(path, block.DeleteStartA, block.DeleteCountA)))
            {
                lines += Math.Max(block.DeleteCountA, block.InsertCountB);
                nodes += Math.Max(NodesIn(before, block.DeleteStartA, block.DeleteCountA, path), NodesIn(after, block.InsertStartB, block.InsertCountB, path));
            }
        }

        return new(lines, nodes, changed);
    }

    private static string TextOf(SourceTree tree, string path) => tree.Files.GetValueOrDefault(path)?.Text ?? "";

    private static int NodesIn(string text, int firstLine, int lineCount, string path)
    {
        if (lineCount == 0 || !path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            return 0;
        var lines = SourceText.From(text).Lines;
        var span = TextSpan.FromBounds(lines[firstLine].Start, lines[Math.Min(firstLine + lineCount, lines.Count) - 1].EndIncludingLineBreak);
        return CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes(span).Count(node => span.Contains(node.Span));
    }
}
