using BugSeeder.Model.Specs;
using BugSeeder.Reports.Words;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BugSeeder.Reports.Reading;

/// <summary>A spec's own text as it is shown on the page. It comes from whoever wrote the spec, so nothing of it is trusted: no HTML, no links, no images.</summary>
internal static class SpecText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>What stands under a section's heading, before the sections in it.</summary>
    public static string Own(Spec spec, Section section)
    {
        var text = spec.FileOf(section.Place.File).Text;
        var end = section.Sections is [var first, ..] ? first.Place.Start : section.Place.Start + section.Place.Length;
        var own = text[section.Place.Start..end];
        return section.Level == 0 ? own : own[(own.IndexOf('\n', StringComparison.Ordinal) is var line and >= 0 ? line + 1 : own.Length)..];
    }

    /// <summary>Markdown as HTML that loads nothing and leads nowhere.</summary>
    public static string Html(string markdown)
    {
        var document = Markdown.Parse(PlainText.Clean(markdown), Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            link.ReplaceBy(link.IsImage ? new LiteralInline("[image]") : Text(link));
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    private static EmphasisInline Text(LinkInline link)
    {
        var text = new EmphasisInline();
        foreach (var inner in link.ToList())
        {
            inner.Remove();
            text.AppendChild(inner);
        }

        return text;
    }
}
