using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>A piece of a file that can be parsed by itself: a member, where there is one around an edit, else the file. Parsing a member again is far cheaper.</summary>
/// <param name="Root">The piece, parsed.</param>
/// <param name="Text">Its text.</param>
/// <param name="Start">Where it starts in the file.</param>
/// <param name="Parse">Parses the piece with another text; null when that is no such piece any more.</param>
internal sealed record Frame(SyntaxNode Root, SourceText Text, int Start, Func<SourceText, SyntaxNode?> Parse)
{
    /// <summary>How many errors of syntax the piece has as it is.</summary>
    public int Errors { get; } = ErrorsIn(Root);

    public static int ErrorsIn(SyntaxNode root) =>
        root.ContainsDiagnostics ? root.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) : 0;

    public static Frame OfFile(SyntaxTree tree) =>
        new(tree.GetRoot(), tree.GetText(), 0, text => tree.WithChangedText(text).GetRoot());

    /// <summary>The frame of a member; null where it does not parse by itself as it does in its file.</summary>
    public static Frame? OfMember(MemberDeclarationSyntax member)
    {
        var options = (CSharpParseOptions)member.SyntaxTree.Options;
        SyntaxNode? Parse(SourceText text) => SyntaxFactory.ParseMemberDeclaration(text.ToString(), options: options) is { } parsed && parsed.Span.Length == text.Length ? parsed : null;
        var text = SourceText.From(member.ToString());
        return !member.ContainsDirectives && Parse(text) is { } root && root.IsEquivalentTo(member.WithoutTrivia()) ? new(root, text, member.SpanStart, Parse) : null;
    }
}
