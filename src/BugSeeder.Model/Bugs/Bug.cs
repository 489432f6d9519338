using System.Text.Json.Serialization;

namespace BugSeeder.Model.Bugs;

/// <summary>A seed proven by the target's own tests.</summary>
/// <param name="SchemaVersion">The version of this record's form.</param>
/// <param name="Id">The name it has in its bank, such as <c>b07-3f9a2c</c>.</param>
/// <param name="Seed">The edit and where it stands.</param>
/// <param name="Witnesses">The tests that fail because of it, in ordinal order.</param>
/// <param name="Failures">The first line of each witness's message, in the order of <paramref name="Witnesses"/>.</param>
/// <param name="OracleSize">How many tests the oracle has, the witnesses included.</param>
/// <param name="HiddenTests">Tests that had to leave the workspace together with the witnesses, the witnesses not counted.</param>
/// <param name="CommentBeside">Whether a comment or XML doc on the member or beside the line is kept and may state the right behaviour.</param>
public sealed record Bug(
    int SchemaVersion,
    string Id,
    Seed Seed,
    IReadOnlyList<string> Witnesses,
    IReadOnlyList<string> Failures,
    int OracleSize,
    IReadOnlyList<string> HiddenTests,
    bool CommentBeside)
{
    /// <summary>How hard it should be, before any trial; <see langword="null"/> in banks of versions that did not say it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BugDifficulty? Difficulty { get; init; }
}
