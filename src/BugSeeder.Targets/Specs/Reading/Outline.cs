using BugSeeder.Model.Specs;
using Markdig.Syntax;

namespace BugSeeder.Specs.Reading;

/// <summary>A heading that makes a section, with what stands under it before the next.</summary>
/// <param name="Heading">The heading's text as it is written; empty before the first.</param>
/// <param name="Level">Its level; 0 before the first.</param>
/// <param name="Role">What it is for, where the heading or the front matter says so.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Blocks">What stands under it.</param>
/// <param name="Clauses">Headings under it that are clauses themselves, with what stands under those.</param>
internal sealed record OutlineEntry(string Heading, int Level, SectionRole? Role, int Start, List<Block> Blocks, List<HeadedClause> Clauses);

/// <summary>A requirement or scenario that is a heading.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Id">The identifier it was given; <see langword="null"/> without one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Start">Where its heading starts.</param>
/// <param name="Blocks">What stands under it.</param>
internal sealed record HeadedClause(ClauseKind Kind, string? Id, string Title, int Start, List<Block> Blocks);

/// <summary>A file as a flat list of headings.</summary>
internal sealed class Outline
{
    private readonly MarkdownSource source;
    private readonly SpecFormat format;
    private readonly IReadOnlyDictionary<string, SectionRole> mapped;

    public Outline(MarkdownSource source, SpecFormat format, IReadOnlyDictionary<string, SectionRole> mapped)
    {
        (this.source, this.format, this.mapped) = (source, format, mapped);
        Entries.Add(new("", 0, null, 0, [], []));
        foreach (var block in source.Document)
        {
            if (block is HeadingBlock heading)
                Add(heading);
            else if (Entries[^1].Clauses is [.., var clause])
                clause.Blocks.Add(block);
            else
                Entries[^1].Blocks.Add(block);
        }
    }

    public List<OutlineEntry> Entries { get; } = [];

    public List<HeadingDoubt> Doubts { get; } = [];

    private void Add(HeadingBlock block)
    {
        var heading = HeadingText(source.TextOf(block));
        if (format == SpecFormat.OpenSpec && Headings.OpenSpecClause(heading, block.Level) is { } clause)
        {
            if (clause.Problem is { } problem)
                Doubts.Add(new(PlaceOf(block), heading, clause.Kind == ClauseKind.Scenario ? "#### Scenario: …" : "### Requirement: …", problem));
            if (clause.Kind == ClauseKind.Requirement)
                Entries.Add(new(clause.Title, block.Level, null, block.Span.Start, [], []));
            Entries[^1].Clauses.Add(new(clause.Kind, GivenId.AtStart(clause.Title)?.Id, clause.Title, block.Span.Start, []));
            return;
        }

        var (role, meant) = mapped.TryGetValue(Title.Normal(heading), out var own) ? (own, null) : Headings.Of(heading, format);
        if (meant is not null)
            Doubts.Add(new(PlaceOf(block), heading, meant, "it is spelled another way"));
        Entries.Add(new(heading, block.Level, role, block.Span.Start, [], []));
        if (GivenId.AtStart(heading) is { } given)
            Entries[^1].Clauses.Add(new(ClauseKind.Requirement, given.Id, heading[given.End..].Trim(' ', ':', '-', '–', '—', '.'), block.Span.Start, []));
    }

    private SpecPlace PlaceOf(HeadingBlock block) => source.Place(block.Span.Start, block.Span.End + 1);

    private static string HeadingText(string written) => written.Split('\n')[0].TrimStart('#', ' ', '\t').TrimEnd().TrimEnd('#').TrimEnd();
}
