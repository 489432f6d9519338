using System.Text.Json.Serialization;
using BugSeeder.Model.Text;

namespace BugSeeder.Model.Specs;

/// <summary>A written spec as data: a tree of sections with their clauses.</summary>
/// <param name="Name">How the user named it.</param>
/// <param name="Files">Its files, by path.</param>
/// <param name="Sections">Its sections of the first level, in order. What stands before the first heading of a file is a section without a title.</param>
/// <param name="Doubts">Headings that nearly match one of the format, in order.</param>
public sealed record Spec(string Name, IReadOnlyList<SpecFile> Files, IReadOnlyList<Section> Sections, IReadOnlyList<HeadingDoubt> Doubts)
{
    /// <summary>SHA-256 over paths and texts: another hash is another variant, whatever it is called.</summary>
    [JsonIgnore]
    public string Hash => StableHash.Of(Files.SelectMany(file => (string[])[file.Path, file.Text]));

    /// <summary>Every section, a section before those in it.</summary>
    [JsonIgnore]
    public IEnumerable<Section> AllSections => Sections.SelectMany(section => section.WithInner);

    /// <summary>Every clause, in the order of the text.</summary>
    [JsonIgnore]
    public IEnumerable<Clause> AllClauses => AllSections.SelectMany(section => section.Clauses);

    /// <summary>The section that a clause stands in.</summary>
    /// <exception cref="InvalidOperationException">The clause is not of this spec.</exception>
    public Section SectionOf(string clause) => AllSections.First(section => section.Clauses.Any(own => own.Id == clause));

    /// <summary>The file of a path.</summary>
    public SpecFile FileOf(string path) => Files.First(file => file.Path == path);

    /// <summary>The texts of the files with some sections left out, those in them included. Nothing else changes.</summary>
    /// <param name="sections">The ids of the sections to leave out.</param>
    public IReadOnlyDictionary<string, string> TextsWithout(IReadOnlySet<string> sections) =>
        TextsWithout(AllSections.Where(section => sections.Contains(section.Id)).Select(section => section.Place));

    /// <summary>The texts of the files with some clauses left out. Nothing else changes.</summary>
    /// <param name="clauses">The ids of the clauses to leave out.</param>
    public IReadOnlyDictionary<string, string> TextsWithoutClauses(IReadOnlySet<string> clauses) =>
        TextsWithout(AllClauses.Where(clause => clauses.Contains(clause.Id)).Select(clause => clause.Place));

    private Dictionary<string, string> TextsWithout(IEnumerable<SpecPlace> places)
    {
        var cuts = places.ToLookup(place => place.File, StringComparer.Ordinal);
        return Files.ToDictionary(file => file.Path, file => Cut(file.Text, cuts[file.Path]), StringComparer.Ordinal);
    }

    private static string Cut(string text, IEnumerable<SpecPlace> places)
    {
        var kept = new System.Text.StringBuilder();
        var at = 0;
        foreach (var place in places.OrderBy(place => place.Start))
        {
            if (place.Start > at)
                kept.Append(text, at, place.Start - at);
            at = Math.Max(at, place.Start + place.Length);
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>One file of a spec.</summary>
/// <param name="Path">Its path within the spec, with forward slashes.</param>
/// <param name="Format">How it is laid out.</param>
/// <param name="Text">Its text.</param>
public sealed record SpecFile(string Path, SpecFormat Format, string Text)
{
    /// <summary>The place of a part of it.</summary>
    /// <param name="start">Where the part starts, in UTF-16 units.</param>
    /// <param name="length">How long it is.</param>
    public SpecPlace Place(int start, int length)
    {
        var before = Text.AsSpan(0, start);
        var line = before.Count('\n') + 1;
        return new(Path, line, start - (before.LastIndexOf('\n') + 1) + 1, line + Text.AsSpan(start, length).TrimEnd().Count('\n'), start, length);
    }
}

/// <summary>A place in a spec.</summary>
/// <param name="File">The file's path within the spec.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Column">The first column, from 1, in UTF-16 units.</param>
/// <param name="EndLine">The last line, from 1.</param>
/// <param name="Start">Where it starts in the file's text, in UTF-16 units.</param>
/// <param name="Length">How long it is.</param>
public sealed record SpecPlace(string File, int Line, int Column, int EndLine, int Start, int Length);

/// <summary>A heading that nearly matches one that the format knows. It is taken for that one, and said so.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Heading">What it says.</param>
/// <param name="Meant">What the format calls it.</param>
/// <param name="Reason">What is off.</param>
public sealed record HeadingDoubt(SpecPlace Place, string Heading, string Meant, string Reason);
