using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators;

/// <summary>One way to make a mistake, as one edit of the text or as several that belong together.</summary>
public sealed record Slip
{
    /// <summary>One edit.</summary>
    /// <param name="span">The text to take out.</param>
    /// <param name="newText">The text to put there.</param>
    public Slip(TextSpan span, string newText)
        : this([new(span, newText)])
    {
    }

    /// <summary>Several edits of one file that make one mistake together.</summary>
    /// <param name="replacements">The edits in any order; no two overlap.</param>
    public Slip(IEnumerable<Replacement> replacements) => Replacements = [.. replacements.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End)];

    /// <summary>The edits, by position.</summary>
    public IReadOnlyList<Replacement> Replacements { get; }

    /// <summary>
    /// What is taken for what. Slips of one mutator with the same answer are the same misunderstanding, so that a person could have made all of
    /// them; null where the text taken out and the text put in say it.
    /// </summary>
    public string? Confuses { get; init; }

    /// <summary>Whether a variable gets another type by it, on purpose.</summary>
    public bool ChangesType { get; init; }

    /// <summary>What stands in the node's place afterwards, where the mutator knows the tree.</summary>
    internal SyntaxNode? Intended { get; init; }

    /// <summary>A slip of one edit.</summary>
    /// <param name="replacement">The edit.</param>
    public static Slip FromReplacement(Replacement replacement) => replacement.ToSlip();

    /// <summary>A slip of one edit.</summary>
    public static implicit operator Slip(Replacement replacement) => replacement.ToSlip();
}

/// <summary>One text edit: nothing outside <paramref name="Span"/> changes.</summary>
/// <param name="Span">The text to take out.</param>
/// <param name="NewText">The text to put there.</param>
public readonly record struct Replacement(TextSpan Span, string NewText)
{
    /// <summary>A slip that is this edit alone.</summary>
    public Slip ToSlip() => new(Span, NewText);
}
