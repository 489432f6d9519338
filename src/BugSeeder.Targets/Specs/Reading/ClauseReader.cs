using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace BugSeeder.Specs.Reading;

/// <summary>Finds the clauses in what stands under a heading.</summary>
internal sealed partial class ClauseReader(MarkdownSource source, StableIds ids)
{
    private readonly ExampleReader examples = new(source, ids);

    /// <summary>The clauses under a heading, in the order of the text. Sentences of an introduction bind nobody, unless they have an identifier.</summary>
    public IReadOnlyList<Clause> Read(OutlineEntry entry, SectionRole role)
    {
        var isBinding = role != SectionRole.Background;
        var found = new List<Clause>();
        foreach (var block in entry.Blocks)
            found.AddRange(Read(block, entry.Heading, isBinding));
        foreach (var headed in entry.Clauses)
            found.AddRange(Read(headed));
        return found;
    }

    /// <summary>A clause that is a heading has as its text what stands under it; code and tables under it are examples of their own.</summary>
    private IEnumerable<Clause> Read(HeadedClause headed)
    {
        var words = headed.Blocks.Where(block => block is not (FencedCodeBlock or Table)).ToList();
        var text = string.Join('\n', words.Select(block => source.TextOf(block)));
        var end = headed.Blocks is [.., var last] ? last.Span.End + 1 : source.Text.IndexOf('\n', headed.Start) is var line and >= 0 ? line : source.Text.Length;
        yield return new(
            headed.Id is { } given ? ids.Given(given) : ids.Hashed($"{headed.Kind} {headed.Title}"), headed.Id is not null, headed.Kind, headed.Title,
            text.Length > 0 ? text : headed.Title, source.Place(headed.Start, end));
        foreach (var clause in headed.Blocks.Except(words).SelectMany(block => examples.Read(block, headed.Title)))
            yield return clause;
    }

    private IEnumerable<Clause> Read(Block block, string heading, bool isBinding) => block switch
    {
        FencedCodeBlock => examples.Read(block, heading),
        Table table => examples.Read(table, heading) is { Count: > 0 } found ? found : Rows(table, isBinding),
        ParagraphBlock => Paragraph(block.Span.Start, block.Span.End + 1, isBinding),
        ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => Item(item, heading, isBinding)),
        QuoteBlock quote => quote.SelectMany(inner => Read(inner, heading, isBinding)),
        _ => [],
    };

    private IEnumerable<Clause> Paragraph(int start, int end, bool isBinding)
    {
        var text = source.Slice(start, end);
        if (GivenId.AtStart(text) is not null || ScenarioTitle().IsMatch(text) || IsStory(text))
            return [Whole(start, end)];
        return !isBinding ? [] : Prose.Sentences(text).Where(sentence => Binds(text[sentence.Start..sentence.End])).Select(sentence => Whole(start + sentence.Start, start + sentence.End));
    }

    /// <summary>An item with an identifier is one clause with all that is in it; otherwise each item says something of its own.</summary>
    private IEnumerable<Clause> Item(ListItemBlock item, string heading, bool isBinding)
    {
        if (item.OfType<ParagraphBlock>().FirstOrDefault() is not { } first)
            return item.SelectMany(inner => Read(inner, heading, isBinding));
        var text = TaskMark().Replace(source.TextOf(first), "");
        if (GivenId.AtStart(text) is not null || ScenarioTitle().IsMatch(text) || IsStory(source.TextOf(item)))
            return item.Where(inner => inner is FencedCodeBlock).SelectMany(inner => examples.Read(inner, heading)).Prepend(Whole(item.Span.Start, item.Span.End + 1));
        var own = isBinding && IsStatement(text) ? [Whole(first.Span.Start, first.Span.End + 1)] : Array.Empty<Clause>();
        return own.Concat(item.Where(inner => inner != first).SelectMany(inner => Read(inner, heading, isBinding)));
    }

    private IEnumerable<Clause> Rows(Table table, bool isBinding)
    {
        foreach (var row in table.OfType<TableRow>().Where(row => !row.IsHeader))
        {
            var text = source.TextOf(row).Trim(' ', '|', '\t');
            if (GivenId.AtStart(text.Split('|')[0] + ": ") is not null || (isBinding && Binds(text)))
                yield return Whole(row.Span.Start, row.Span.End + 1, isRow: true);
        }
    }

    private Clause Whole(int start, int end, bool isRow = false)
    {
        var place = source.Place(start, end);
        var written = source.Slice(place.Start, place.Start + place.Length);
        var marker = ListMarker().Match(written).Length;
        var text = written[marker..].TrimStart('|', ' ');
        if (GivenId.AtStart(isRow ? text.Split('|')[0] + ": " : text) is { } given)
            return new(ids.Given(given.Id), true, ClauseKind.Requirement, "", text[Math.Min(given.End, text.Length)..].TrimStart('|', ' ').Trim(), place);
        var scenario = ScenarioTitle().Match(text);
        var kind = scenario.Success || IsStory(text) ? ClauseKind.Scenario : ClauseKind.Requirement;
        return new(ids.Hashed(text), false, kind, scenario.Groups["title"].Value.Trim(' ', '.', ':'), text.Trim(), place);
    }

    /// <summary>Whether a sentence binds: it has one of the words that specifications bind with (RFC 2119, and what people write for them).</summary>
    private static bool Binds(string text) => Binding().IsMatch(Prose.Of(text));

    /// <summary>An item of a list states something if it is more than a label.</summary>
    private static bool IsStatement(string text) => !text.TrimEnd().EndsWith(':') && Word().Count(Prose.Of(text)) is >= 3 || Binds(text);

    private static bool IsStory(string text) => Story().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:\*\*|__)?\s*Scenario(?:\s+\d+)?\s*[:.\-–—]\s*(?<title>[^*_\n]*)(?:\*\*|__)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ScenarioTitle();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d+[.)])?\s*(\*\*|__)?(given|when)\b(.|\n)*\bthen\b", RegexOptions.IgnoreCase)]
    private static partial Regex Story();

    [GeneratedRegex(@"\b(must|shall|should|may not|cannot|never|always|(is|are) (required|forbidden|not allowed)|ha(s|ve) to|needs? to|at most|at least|no (more|fewer|less) than)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Binding();

    [GeneratedRegex(@"^\s*([-*+]|\d+[.)])\s+(\[[ xX]\]\s+)?")]
    private static partial Regex ListMarker();

    [GeneratedRegex(@"^\s*\[[ xX]\]\s+")]
    private static partial Regex TaskMark();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}
