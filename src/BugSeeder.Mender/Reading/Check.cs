using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Reading;

/// <summary>Something that the spec states and that can be tried on the code: an expression and what it gives or throws.</summary>
/// <param name="Example">What is tried, and what the spec says of it.</param>
/// <param name="Source">The sentence, example or row that states it.</param>
/// <param name="Heading">The heading above it.</param>
/// <param name="Context">What is written in the same section and in those that it stands in: where numbers, texts and names may stand that the code should have.</param>
internal sealed record Check(SpecExample Example, Clause Source, string Heading, string Context)
{
    /// <summary>What is otherwise than in the example, where that must make no difference; empty for the example itself.</summary>
    public string Under { get; init; } = "";

    /// <summary>Whether it comes from a comment that shows a value and might be a remark.</summary>
    public bool IsShown { get; init; }

    /// <summary>What it says, in one line.</summary>
    public string Text => $"{Example.Expression} {(Example.Throws ? "throws" : "gives")} {Example.Outcome}{(Under.Length > 0 ? $" {Under}" : "")}".ReplaceLineEndings(" ");
}

/// <summary>What was taken from a spec.</summary>
/// <param name="Checks">What can be tried.</param>
/// <param name="Unread">Clauses that no check was made of.</param>
internal sealed record SpecChecks(IReadOnlyList<Check> Checks, IReadOnlyList<Clause> Unread);
