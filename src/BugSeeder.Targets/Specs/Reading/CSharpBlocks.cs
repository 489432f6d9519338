using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;

namespace BugSeeder.Specs.Reading;

/// <summary>Fenced blocks of C# in Markdown.</summary>
internal static partial class CSharpBlocks
{
    /// <summary>Whether a block is one.</summary>
    public static bool IsOne(FencedCodeBlock block) => block.Info?.ToUpperInvariant() is "CSHARP" or "CS" or "C#";

    /// <summary>The code of each.</summary>
    /// <param name="text">Markdown.</param>
    public static IEnumerable<string> In(string text) => Markdown.Parse(text).Descendants<FencedCodeBlock>().Where(IsOne).Select(block => block.Lines.ToString());

    /// <summary>A using directive that has a line to itself.</summary>
    [GeneratedRegex(@"^[ \t]*(global[ \t]+)?using[ \t]+(static[ \t]+)?[\w.]+([ \t]*=[ \t]*[\w.<>, ]+)?[ \t]*;[ \t]*\r?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    public static partial Regex UsingDirective();
}
