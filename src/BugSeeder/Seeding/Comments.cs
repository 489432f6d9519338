using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Seeding;

/// <summary>Comments that may state what is right beside a bug.</summary>
internal static class Comments
{
    private const int LinesAround = 3;

    /// <summary>Whether a comment or XML documentation stands on a bug's lines or just above them.</summary>
    public static bool AreBeside(IEnumerable<CodePlace> places, SourceTree tree) => places.Any(place => AreBeside(place, tree));

    /// <summary>The same seed, with the comments beside it and the documentation of its members gone together with what is right.</summary>
    public static Seed Without(Seed seed, SourceTree tree, TargetCode code, CancellationToken cancellationToken)
    {
        var edits = seed.Edits.ToList();
        foreach (var place in seed.AllPlaces)
        {
            var root = code.Products.First(product => product.Trees.ContainsKey(place.File)).Trees[place.File].GetRoot(cancellationToken);
            edits.AddRange(Beside(place, root, tree.Files[place.File].Text!)
                .Where(edit => !edits.Exists(other => other.File == edit.File && other.Start <= edit.Start + edit.Original.Length && edit.Start <= other.Start + other.Original.Length)));
        }

        if (edits.Count == seed.Edits.Count)
            return seed;
        List<TextEdit> ordered = [.. edits.OrderBy(edit => edit.File, StringComparer.Ordinal).ThenBy(edit => edit.Start)];
        return seed with { Id = Seeder.IdOf(ordered), Edits = ordered };
    }

    private static bool AreBeside(CodePlace place, SourceTree tree)
    {
        var lines = Diff.Lines(tree.Files[place.File].Text ?? "");
        var first = Math.Max(0, place.Line - 1 - LinesAround);
        return lines.Skip(first).Take(place.EndLine - first).Any(line => line.Contains("//", StringComparison.Ordinal) || line.TrimStart().StartsWith('*'));
    }

    private static IEnumerable<TextEdit> Beside(CodePlace place, SyntaxNode root, string text)
    {
        var lines = root.SyntaxTree.GetText().Lines;
        var position = lines[Math.Min(place.Line, lines.Count) - 1];
        var first = position.Start + text[position.Start..position.End].TakeWhile(char.IsWhiteSpace).Count();
        var member = root.FindToken(Math.Min(first, Math.Max(0, text.Length - 1))).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return root.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia)
            .Where(trivia => (trivia.HasStructure && trivia.Token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() == member && member is not null and not BaseTypeDeclarationSyntax)
                || (lines.GetLinePositionSpan(trivia.Span) is var span && span.End.Line + 1 >= place.Line - LinesAround && span.Start.Line < place.EndLine))
            .Select(trivia => Removal(place.File, trivia.FullSpan.Start, trivia.FullSpan.End, text))
            .DistinctBy(edit => edit.Start);
    }

    /// <summary>Whole lines where a comment has them for itself, and otherwise the comment with the blanks before it.</summary>
    private static TextEdit Removal(string file, int start, int end, string text)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        // A documentation comment holds its own line end.
        while (end > start && text[end - 1] is '\n' or '\r')
            end--;
        var ownsLine = (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] is '\r' or '\n');
        if (ownsLine && end < text.Length)
            end += text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
        return new(file, start, text[start..end], "");
    }
}
