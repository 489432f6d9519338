using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Proposing;

/// <summary>A proposal that has not been checked yet.</summary>
internal sealed record Candidate(
    string Mutator,
    SeedSource Source,
    BugClass Class,
    IReadOnlyList<ProductionTrait> Traits,
    string Mistake,
    IReadOnlyList<Replacement> Replacements,
    SyntaxNode Node)
{
    /// <summary>What should stand in the node's place afterwards, where the mutator says so.</summary>
    public SyntaxNode? Intended { get; init; }

    /// <summary>Whether a person would make the same slip at every such place.</summary>
    public bool Repeats { get; init; }

    /// <inheritdoc cref="Slip.Confuses"/>
    public string? Confuses { get; init; }

    /// <inheritdoc cref="Slip.ChangesType"/>
    public bool ChangesType { get; init; }

    /// <summary>From the first edit's start to the last edit's end.</summary>
    public TextSpan Hull => TextSpan.FromBounds(Replacements[0].Span.Start, Replacements[^1].Span.End);

    /// <summary>Where the node stands, in the positions of the edits.</summary>
    public TextSpan Target { get; init; } = Node.Span;

    /// <summary>The same edits in the positions of another text.</summary>
    public Candidate MovedBy(int distance) => distance == 0 ? this : this with
    {
        Replacements = [.. Replacements.Select(edit => edit with { Span = new(edit.Span.Start + distance, edit.Span.Length) })],
        Target = new(Target.Start + distance, Target.Length),
    };

    /// <summary>How much longer the text gets.</summary>
    public int Growth => Replacements.Sum(replacement => replacement.NewText.Length - replacement.Span.Length);

    public static Candidate Of(MutatorCard card, SeedSource source, Slip slip, SyntaxNode node) =>
        new(card.Id, source, card.Class, card.Traits, card.Mistake, slip.Replacements, node) { Repeats = card.Repeats, Confuses = slip.Confuses, ChangesType = slip.ChangesType, Intended = slip.Intended };

    public Proposal ToProposal() => new(Mutator, Source, Class, Traits, Mistake, Replacements, Node);

    /// <summary>The same edits with parentheses around the whole of <paramref name="span"/>.</summary>
    public Candidate InParentheses(TextSpan span)
    {
        var edits = Replacements.ToList();
        // An insertion at the very place of an edit would be a second edit there, so it becomes part of that edit.
        if (edits[0].Span.Start == span.Start)
            edits[0] = edits[0] with { NewText = "(" + edits[0].NewText };
        else
            edits.Insert(0, new(new(span.Start, 0), "("));
        if (edits[^1].Span.End == span.End)
            edits[^1] = edits[^1] with { NewText = edits[^1].NewText + ")" };
        else
            edits.Add(new(new(span.End, 0), ")"));
        return this with { Replacements = edits };
    }
}
