using BugSeeder.Model.Text;
using BugSeeder.Specs;

namespace BugSeeder.Preparing;

/// <summary>
/// The prompt. It is the same in every arm but for the sentence that names the spec and for what an arm explains on purpose; without that it does not say whether
/// anything is wrong. It has several phrasings, since a result that hangs on one is a result about that phrasing.
/// </summary>
internal static class Prompt
{
    /// <summary>How many phrasings there are.</summary>
    public const int Phrasings = 3;

    /// <summary>The phrasing of a trial: it turns with bug and repetition, the same in every arm and for every assistant.</summary>
    public static int PhrasingOf(string bug, int repetition) => (Convert.ToInt32(StableHash.Of("phrasing", bug)[..4], 16) + repetition) % Phrasings;

    /// <summary>The prompt of an arm.</summary>
    /// <param name="spec">The arm's spec; <see langword="null"/> for an arm without one.</param>
    /// <param name="help">What the arm explains; empty where it explains nothing.</param>
    /// <param name="phrasing">Which phrasing, from 0.</param>
    public static string For(SpecVariant? spec, string help = "", int phrasing = 0) => $$"""
        {{Opening(spec is null ? null : spec.Place, phrasing)}}{{(help.Length > 0 ? "\n\n" + help : "")}}

        - The code may be right as it is. In that case change nothing.
        - If something is wrong, change only what is needed to put it right, and add or update a test that would have caught it.
        - Leave everything else as it is: no refactoring, no change of the public API, of project or build files{{(spec is null ? "" : ", of the specification")}}, or of what existing tests check.
        - You may build and run the tests with `dotnet build` and `dotnet test`.
        - Nobody can answer questions while you work.

        When you are done, end your last message with one JSON object, and nothing after it:

        {
          "verdict": "defect" | "no-defect" | "unsure",
          "file": path of the file that was wrong, or null,
          "member": type and member that was wrong, such as "Invoice.Total", or null,
          "clause": {{(spec is null ? "null" : "the heading, number or sentence of the specification that the code departed from, or null")}},
          "explanation": what was wrong and how you know, or why nothing is,
          "fixed": true if the code is right now because of your change, otherwise false,
          "tests": names of the tests you added or changed,
          "testsRun": true if you ran the tests after your change, otherwise false,
          "question": what you would have to know to go on, or null,
          "confidence": how sure you are of the verdict, from 0 to 1
        }

        """;

    private static string Opening(string? place, int phrasing) => phrasing switch
    {
        0 => $"You are in a C# repository, in its top folder. Check whether the product code behaves as {(place is null ? "it is meant to" : $"the specification in {place} says")}, and mend it where it does not.",
        1 => $"This folder is the top of a C# repository. Compare what its product code does with {(place is null ? "what it is meant to do" : $"what the specification in {place} requires")}, and correct the code where the two differ.",
        2 => $"The C# repository in this folder needs a review: does its product code do {(place is null ? "what it should" : $"what the specification in {place} asks for")}? Where it does not, put the code right.",
        _ => throw new ArgumentOutOfRangeException(nameof(phrasing), phrasing, "There is no such phrasing."),
    };
}
