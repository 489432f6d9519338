using BugSeeder.Model;
using BugSeeder.Model.Specs;
using Markdig;
using Markdig.Syntax;

namespace BugSeeder.Specs.Reading;

/// <summary>One Markdown file: its blocks, and places in its text.</summary>
internal sealed class MarkdownSource
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UsePreciseSourceLocation().Build();
    private readonly List<int> lineStarts = [0];

    public MarkdownSource(string path, string text)
    {
        (Path, Text) = (path, text);
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            lineStarts.Add(at + 1);
        try
        {
            Document = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig gives up on brackets or quotations in thousands of levels.
            throw new UserError($"'{path}' cannot be read as Markdown: {tooDeep.Message}", "Take what is nested so deeply out of it.");
        }
    }

    public string Path { get; }

    public string Text { get; }

    public MarkdownDocument Document { get; }

    /// <summary>The text of a block as it is written.</summary>
    public string TextOf(MarkdownObject block) => Slice(block.Span.Start, block.Span.End + 1);

    public string Slice(int start, int end) => Text[Math.Clamp(start, 0, Text.Length)..Math.Clamp(Math.Max(start, end), 0, Text.Length)];

    /// <summary>The place of a part of the text, white space at its ends not counted.</summary>
    public SpecPlace Place(int start, int end)
    {
        (start, end) = (Math.Clamp(start, 0, Text.Length), Math.Clamp(end, 0, Text.Length));
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
            end--;
        while (start < end && char.IsWhiteSpace(Text[start]))
            start++;
        return WholePlace(start, end);
    }

    /// <summary>The place of a part of the text as it is, so that it can be cut out with its line ends.</summary>
    public SpecPlace WholePlace(int start, int end)
    {
        var line = LineOf(start);
        return new(Path, line, start - lineStarts[line - 1] + 1, LineOf(Math.Max(start, end - 1)), start, end - start);
    }

    private int LineOf(int position)
    {
        var found = lineStarts.BinarySearch(position);
        return found >= 0 ? found + 1 : ~found;
    }
}
