using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Scoring;

/// <summary>Where a bug stands, in lines from 0: of the original, and of the planted version that the assistant was given.</summary>
internal sealed class BugPlace
{
    private readonly Dictionary<string, List<LinePositionSpan>> original;
    private readonly Dictionary<string, List<LinePositionSpan>> planted;
    private readonly Dictionary<string, List<LinePositionSpan>> members;

    public BugPlace(Bug bug, SourceTree originalTree, SourceTree plantedTree)
    {
        original = Lines(bug.Seed.Edits, originalTree);
        var reversed = Edits.Reverse(bug.Seed.Edits);
        planted = Lines(reversed, plantedTree);
        members = reversed.GroupBy(edit => edit.File, StringComparer.Ordinal).ToDictionary(file => file.Key, file => file.Select(edit => MemberLines(plantedTree.Files[edit.File].Text!, edit)).ToList(), StringComparer.Ordinal);
    }

    /// <summary>The files of the bug.</summary>
    public IReadOnlyCollection<string> Files => original.Keys;

    /// <summary>Whether lines of the original belong to the bug's own place.</summary>
    public bool IsOwn(string path, int firstLine, int lineCount) => Touches(original, path, firstLine, lineCount);

    /// <summary>Whether lines of the planted version are the bug's.</summary>
    public bool IsLine(string path, int firstLine, int lineCount) => Touches(planted, path, firstLine, lineCount);

    /// <summary>Whether lines of the planted version are in the bug's member.</summary>
    public bool IsMember(string path, int firstLine, int lineCount) => Touches(members, path, firstLine, lineCount);

    /// <summary>A pure insertion has no lines of its own: it counts for the lines on both sides of it.</summary>
    private static bool Touches(Dictionary<string, List<LinePositionSpan>> places, string path, int firstLine, int lineCount)
    {
        var (first, last) = lineCount == 0 ? (firstLine - 1, firstLine) : (firstLine, firstLine + lineCount - 1);
        return places.TryGetValue(path, out var spans) && spans.Exists(span => first <= span.End.Line && span.Start.Line <= last);
    }

    private static Dictionary<string, List<LinePositionSpan>> Lines(IReadOnlyList<TextEdit> edits, SourceTree tree) =>
        edits.GroupBy(edit => edit.File, StringComparer.Ordinal).ToDictionary(
            file => file.Key,
            file => file.Select(edit => SourceText.From(tree.Files[edit.File].Text!).Lines.GetLinePositionSpan(new TextSpan(edit.Start, edit.Original.Length))).ToList(),
            StringComparer.Ordinal);

    private static LinePositionSpan MemberLines(string text, TextEdit edit)
    {
        var tree = CSharpSyntaxTree.ParseText(text);
        var node = tree.GetRoot().FindToken(Math.Min(edit.Start, Math.Max(0, text.Length - 1))).Parent;
        var member = node?.FirstAncestorOrSelf<MemberDeclarationSyntax>(declaration => declaration is not BaseNamespaceDeclarationSyntax) ?? node;
        return tree.GetText().Lines.GetLinePositionSpan(member?.Span ?? new TextSpan(edit.Start, 0));
    }
}
