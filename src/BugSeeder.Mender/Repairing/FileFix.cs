using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>What a patch does to one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Changes">What is replaced by what, in the order of the text.</param>
internal sealed record FileFix(string File, IReadOnlyList<TextChange> Changes)
{
    /// <summary>What all the changes lie in.</summary>
    public TextSpan Span => TextSpan.FromBounds(Changes.Min(change => change.Span.Start), Changes.Max(change => change.Span.End));

    /// <summary>Both in one; <see langword="null"/> where they change the same text.</summary>
    public FileFix? And(FileFix other) => Changes.Any(one => other.Changes.Any(two => one.Span.Start == two.Span.Start || (one.Span.Start < two.Span.End && two.Span.Start < one.Span.End)))
        ? null
        : this with { Changes = [.. Changes.Concat(other.Changes).OrderBy(change => change.Span.Start)] };
}
