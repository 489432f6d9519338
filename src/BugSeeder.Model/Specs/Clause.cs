namespace BugSeeder.Model.Specs;

/// <summary>One requirement, scenario or example of a spec.</summary>
/// <param name="Id">The identifier it was given, or <c>c-</c> and a hash of its text without case, blanks and marks: the same sentence keeps its id wherever it moves.</param>
/// <param name="IsGiven">Whether the spec gives the identifier.</param>
/// <param name="Kind">What kind of statement it is.</param>
/// <param name="Title">The title of a scenario or of a requirement that is a heading; otherwise empty.</param>
/// <param name="Text">What it says, as it is written, without its identifier.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Clause(string Id, bool IsGiven, ClauseKind Kind, string Title, string Text, SpecPlace Place)
{
    /// <summary>Of an example, what it shows; otherwise <see langword="null"/>.</summary>
    public SpecExample? Example { get; init; }
}

/// <summary>An expression in the language of the product, and what the spec says it does.</summary>
/// <param name="Setup">Statements before it, in the same block of code; usually empty.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Outcome">The value it gives, as an expression, or the exception's type that it throws.</param>
/// <param name="Throws">Whether it throws.</param>
/// <param name="Usings">The using directives that hold for it, as the spec states them.</param>
public sealed record SpecExample(string Setup, string Expression, string Outcome, bool Throws, IReadOnlyList<string> Usings);
