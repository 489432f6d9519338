using System.Text.Json.Serialization;

namespace BugSeeder.Model.Specs;

/// <summary>A heading with what is under it.</summary>
/// <param name="Id">Its name in traces and on the command line, made from its title without numbering; titles that occur twice get their parent's before them.</param>
/// <param name="Title">Its heading as it is written, without marks; empty before the first heading of a file.</param>
/// <param name="Level">The heading's level, from 1; 0 before the first heading.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Place">From its heading to its end, the sections in it included.</param>
/// <param name="Clauses">Its own clauses, in order.</param>
/// <param name="Sections">The sections in it.</param>
public sealed record Section(
    string Id,
    string Title,
    int Level,
    SectionRole Role,
    SpecPlace Place,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<Section> Sections)
{
    /// <summary>It and every section in it.</summary>
    [JsonIgnore]
    public IEnumerable<Section> WithInner => Sections.SelectMany(section => section.WithInner).Prepend(this);

    /// <summary>Its clauses and those of every section in it.</summary>
    [JsonIgnore]
    public IEnumerable<Clause> AllClauses => WithInner.SelectMany(section => section.Clauses);
}
