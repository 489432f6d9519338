using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Checking;

/// <summary>How a file is indented, so that what is added looks like the rest.</summary>
internal static class Indentation
{
    /// <summary>The white space before the first token of a node's line.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.ToString(text.Lines.GetLineFromPosition(node.SpanStart).Span);
        return line[..(line.Length - line.TrimStart().Length)];
    }

    /// <summary>What one step further in is: what a type's members have beyond the type, or four blanks.</summary>
    public static string Step(TypeDeclarationSyntax type) =>
        type.Members.Select(Of).FirstOrDefault(inner => inner.StartsWith(Of(type), StringComparison.Ordinal) && inner.Length > Of(type).Length) is { } found ? found[Of(type).Length..] : "    ";

    /// <summary>Lines, each with an indentation before it; empty ones stay empty.</summary>
    public static string Indented(string text, string indent, string newLine) =>
        string.Join(newLine, text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim().Length == 0 ? "" : indent + line));
}
