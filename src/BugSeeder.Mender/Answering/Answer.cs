using System.Text.Json;
using BugSeeder.Model.Trials;

namespace BugSeeder.Mender.Answering;

/// <summary>What is said at the end, in the form that the prompt asks for. It says no more than was seen.</summary>
internal sealed record Answer(ClaimVerdict Verdict, string Explanation)
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? File { get; init; }

    public string? Member { get; init; }

    public string? Clause { get; init; }

    public bool Fixed { get; init; }

    public IReadOnlyList<string> Tests { get; init; } = [];

    public bool TestsRun { get; init; }

    /// <summary>From 0 to 1. They are conventions, the same for every workspace: a mended departure is the surest, silence of all checks the least.</summary>
    public double Confidence { get; init; }

    /// <summary>Nothing could be found out.</summary>
    public static Answer Unusable(string why) => new(ClaimVerdict.Unsure, $"The workspace could not be checked: {why}");

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            verdict = Verdict switch
            {
                ClaimVerdict.Defect => "defect",
                ClaimVerdict.NoDefect => "no-defect",
                ClaimVerdict.Unsure => "unsure",
                _ => throw new InvalidOperationException($"No such verdict: {Verdict}"),
            },
            file = File,
            member = Member,
            clause = Clause,
            explanation = Explanation,
            @fixed = Fixed,
            tests = Tests,
            testsRun = TestsRun,
            question = (string?)null,
            confidence = Confidence,
        },
        Form);
}
