using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Reading;

/// <summary>Makes a tree of sections with their clauses out of a flat list of headings.</summary>
internal sealed class SectionBuilder(MarkdownSource source, StableIds ids)
{
    private readonly ClauseReader clauses = new(source, ids);
    private int next;

    /// <summary>The sections of the first level. The place before the first heading is a section only if it has clauses.</summary>
    public IReadOnlyList<Section> Build(Outline outline)
    {
        var sections = new List<Section>();
        for (next = 0; next < outline.Entries.Count;)
        {
            var section = BuildNext(outline.Entries, "", SectionRole.Behaviour);
            if (section.Level > 0 || section.Clauses.Count > 0)
                sections.Add(section);
        }

        return sections;
    }

    private Section BuildNext(List<OutlineEntry> entries, string parent, SectionRole inherited)
    {
        var index = next;
        var entry = entries[next++];
        var id = entry.Level == 0 ? "" : ids.Section(entry.Heading, parent);
        var role = entry.Role ?? inherited;
        var own = clauses.Read(entry, role);
        if (entry.Level == 0 && own.Count > 0)
            id = ids.Section(System.IO.Path.GetFileNameWithoutExtension(source.Path), "");
        var inner = new List<Section>();
        while (entry.Level > 0 && next < entries.Count && entries[next].Level > entry.Level)
            inner.Add(BuildNext(entries, id, role));
        var end = next < entries.Count ? entries[next].Start : source.Text.Length;
        if (entry.Level == 0)
            end = index + 1 < entries.Count ? entries[index + 1].Start : source.Text.Length;
        return new(id, Title.Plain(entry.Heading), entry.Level, role, source.WholePlace(entry.Start, end), own, inner);
    }
}
