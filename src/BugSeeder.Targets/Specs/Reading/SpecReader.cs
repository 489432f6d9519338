using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Reading;

/// <summary>Reads the text of a spec into a tree of sections and clauses.</summary>
public static class SpecReader
{
    /// <summary>Reads a spec. What is not understood is in no clause.</summary>
    /// <param name="name">How the user named it.</param>
    /// <param name="files">Its texts by path.</param>
    /// <exception cref="Model.UserError">A text is nested too deeply to be read.</exception>
    public static Spec Read(string name, IEnumerable<KeyValuePair<string, string>> files)
    {
        var ids = new StableIds();
        var doubts = new List<HeadingDoubt>();
        var (read, sections) = (new List<SpecFile>(), new List<Section>());
        foreach (var (path, text) in files)
        {
            var source = new MarkdownSource(path, text);
            var format = SpecFormats.Of(path, text);
            var outline = new Outline(source, format, FrontMatter.Of(source));
            read.Add(new(path, format, text));
            doubts.AddRange(outline.Doubts);
            sections.AddRange(new SectionBuilder(source, ids).Build(outline));
        }

        return new(name, read, sections, doubts);
    }
}
