using System.Text.Json.Serialization;

namespace BugSeeder.Model.Bugs;

/// <summary>A proposed edit, not yet proven to be a bug.</summary>
/// <param name="Id">A short hash of the edits: the same edit has the same id in every bank.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Mutator">The id of the mutator that made it; <c>hand</c> for a patch.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Traits">Its production traits; usually none.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Edits">The edits, by file and then by position, never overlapping.</param>
/// <param name="Place">Where it stands in the original.</param>
public sealed record Seed(
    string Id,
    SeedSource Source,
    string Mutator,
    BugClass Class,
    IReadOnlyList<ProductionTrait> Traits,
    string Mistake,
    IReadOnlyList<TextEdit> Edits,
    CodePlace Place)
{
    /// <summary>How many places it has, and how far they lie apart.</summary>
    public BugShape Shape { get; init; }

    /// <summary>The place of each hunk; <see langword="null"/> where <see cref="Place"/> is the only one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CodePlace>? Places { get; init; }

    /// <summary>Every place of it: never empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<CodePlace> AllPlaces => Places ?? [Place];

    /// <summary>The commit whose fix it takes back; <see langword="null"/> unless it comes from the target's past.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Provenance? Provenance { get; init; }

    /// <summary>The seeds that it combines; <see langword="null"/> unless it is a combination.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SeedPart>? Parts { get; init; }
}

/// <summary>One text edit. Nothing outside of it changes.</summary>
/// <param name="File">The file, relative to the target, with forward slashes.</param>
/// <param name="Start">Where it starts, in UTF-16 units of the decoded text, a byte order mark not counted.</param>
/// <param name="Original">The text that stands there.</param>
/// <param name="Replacement">The text to put there.</param>
public sealed record TextEdit(string File, int Start, string Original, string Replacement);

/// <summary>A place in the original code.</summary>
/// <param name="File">The file, relative to the target, with forward slashes.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="EndLine">The last line, from 1.</param>
/// <param name="Member">The member it stands in, as <c>Namespace.Type.Member</c>; empty outside of any.</param>
public sealed record CodePlace(string File, int Line, int EndLine, string Member);
