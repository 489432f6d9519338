namespace BugSeeder.Model.Trials;

/// <summary>Tells whether an assistant stopped to ask: in its claim, or where it made none, by ending with a question.</summary>
public static class Clarification
{
    /// <summary>Whether the final text asks something instead of answering.</summary>
    public static bool IsAsked(string? finalText) => ClaimReader.Read(finalText) is { } claim
        ? IsAsked(claim)
        : finalText?.TrimEnd(' ', '\n', '\r', '\t', '*', '_', '`', '"', ')').EndsWith('?') == true;

    /// <summary>Whether the claim asks something instead of giving a verdict.</summary>
    public static bool IsAsked(Claim claim) =>
        claim is { Question.Length: > 0, Verdict: not (ClaimVerdict.Defect or ClaimVerdict.NoDefect) };
}
