namespace BugSeeder.Mutators.FromPacks;

/// <summary>What may stand where a hole is.</summary>
internal enum HoleKind
{
    /// <summary>Any expression, of the hole's type where it has one.</summary>
    Expr,

    /// <summary>A whole statement.</summary>
    Stmt,

    /// <summary>An identifier.</summary>
    Name,

    /// <summary>A literal.</summary>
    Literal,

    /// <summary>A type.</summary>
    Type,

    /// <summary>All arguments that are left, none included.</summary>
    Rest,
}

/// <summary>A place in a pattern that takes whatever stands in the code.</summary>
/// <param name="Name">What the pattern calls it, without the <c>$</c>.</param>
/// <param name="Kind">What may stand there.</param>
/// <param name="Type">The full name of the type that an expression must have; null for any.</param>
internal sealed record Hole(string Name, HoleKind Kind, string? Type)
{
    /// <summary>The identifier that stands for it while the pattern is C#.</summary>
    public string Stand => $"hole_{Name}_";
}
