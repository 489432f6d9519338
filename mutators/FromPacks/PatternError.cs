namespace BugSeeder.Mutators.FromPacks;

/// <summary>What is wrong with a pattern, and where in its text.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="position">The index in the pattern's text.</param>
public sealed class PatternError(string message, int position) : Exception(message)
{
    /// <summary>The index in the pattern's text.</summary>
    public int Position { get; } = position;
}
