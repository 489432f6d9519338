using System.Text.Json.Serialization;

namespace BugSeeder.Model.Trials;

/// <summary>What the assistant says it found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimVerdict>))]
public enum ClaimVerdict
{
    /// <summary>It says the code departs from what is intended.</summary>
    [JsonStringEnumMemberName("defect")]
    Defect,

    /// <summary>It says the code is as intended.</summary>
    [JsonStringEnumMemberName("no-defect")]
    NoDefect,

    /// <summary>It says it could not decide.</summary>
    [JsonStringEnumMemberName("unsure")]
    Unsure,
}

/// <summary>The final JSON answer that the prompt asks for. Its schema ships with the tool; a missing field is null, never a guess.</summary>
/// <param name="Verdict">What it says it found.</param>
/// <param name="File">The file it blames.</param>
/// <param name="Member">The type and member it blames.</param>
/// <param name="Clause">The clause of the spec it cites.</param>
/// <param name="Explanation">Its explanation.</param>
/// <param name="Fixed">Whether it says that the defect is fixed now.</param>
/// <param name="Tests">The tests it says it added or changed.</param>
/// <param name="TestsRun">Whether it says that it ran the tests.</param>
/// <param name="Question">What it would have to know to go on.</param>
/// <param name="Confidence">How sure it says it is, 0 to 1.</param>
public sealed record Claim(
    ClaimVerdict? Verdict,
    string? File,
    string? Member,
    string? Clause,
    string? Explanation,
    bool? Fixed,
    IReadOnlyList<string>? Tests,
    bool? TestsRun,
    string? Question,
    double? Confidence);
