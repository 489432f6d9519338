using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>Comments that may state what is right beside a bug.</summary>
internal static class Comments
{
    private const int LinesAround = 3;

    /// <summary>Whether a comment or XML documentation stands on a bug's lines or just above them.</summary>
    public static bool AreBeside(IEnumerable<CodePlace> places, SourceTree tree) => places.Any(place => AreBeside(place, tree));

    private static bool AreBeside(CodePlace place, SourceTree tree)
    {
        var lines = Diff.Lines(tree.Files[place.File].Text ?? "");
        var first = Math.Max(0, place.Line - 1 - LinesAround);
        return lines.Skip(first).Take(place.EndLine - first).Any(line => line.Contains("//", StringComparison.Ordinal) || line.TrimStart().StartsWith('*'));
    }
}
