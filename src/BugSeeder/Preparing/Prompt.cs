using BugSeeder.Specs;

namespace BugSeeder.Preparing;

/// <summary>The prompt. It is the same in every arm but for the sentence that names the spec, and it does not say whether anything is wrong.</summary>
internal static class Prompt
{
    /// <summary>The prompt of an arm.</summary>
    /// <param name="spec">The arm's spec; <see langword="null"/> for the arm without one.</param>
    public static string For(SpecVariant? spec) => $$"""
        You are in a C# repository, in its top folder. Check whether the product code behaves as {{(spec is null ? "it is meant to" : $"the specification in {spec.Place} says")}}, and mend it where it does not.

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
}
