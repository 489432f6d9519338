using BugSeeder.Code;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>A patch to try.</summary>
/// <param name="Project">The project.</param>
/// <param name="File">The file.</param>
/// <param name="Changes">What is replaced by what.</param>
/// <param name="Pattern">The pattern that proposes it.</param>
/// <param name="Score">Suspicion × prior × weight.</param>
internal sealed record Candidate(ProjectCode Project, string File, IReadOnlyList<TextChange> Changes, string Pattern, double Score)
{
    /// <summary>Whether it changes what a process runs only once.</summary>
    public bool IsOnce { get; init; }

    /// <summary>How much it changes, in characters.</summary>
    public int Size => Changes.Sum(change => Math.Max(change.Span.Length, change.NewText!.Length));

    /// <summary>What it does, in one line.</summary>
    public override string ToString()
    {
        var text = Project.Trees[File].GetText();
        return $"{Pattern} {Score:0.000} {File}:{text.Lines.GetLinePosition(Span.Start).Line + 1} {string.Join("; ", Changes.Select(change => $"'{text.ToString(change.Span)}' -> '{change.NewText}'"))}".ReplaceLineEndings(" ");
    }

    /// <summary>The file's text with the patch in it.</summary>
    public SourceText Patched => Project.Trees[File].GetText().WithChanges(Changes.OrderBy(change => change.Span.Start));

    /// <summary>What all the changes lie in.</summary>
    public TextSpan Span => TextSpan.FromBounds(Changes.Min(change => change.Span.Start), Changes.Max(change => change.Span.End));
}
