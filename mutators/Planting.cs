using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators;

/// <summary>Carries out edits on text.</summary>
public static class Planting
{
    /// <summary>The text with the edits made, and everything else as it was: line endings, byte order mark and encoding included.</summary>
    /// <param name="text">The original.</param>
    /// <param name="replacements">Edits in the original's positions, in any order.</param>
    /// <exception cref="ArgumentException">Two edits overlap, or one reaches outside of the text.</exception>
    public static SourceText Apply(SourceText text, IEnumerable<Replacement> replacements) =>
        text.WithChanges(replacements
            .OrderBy(replacement => replacement.Span.Start)
            .ThenBy(replacement => replacement.Span.End)
            .Select(replacement => new TextChange(replacement.Span, replacement.NewText)));
}
