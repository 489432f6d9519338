using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromStryker;
using BugSeeder.Mutators.Proposing;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators;

/// <summary>Finds every place in a file where a mistake could be made.</summary>
public static class Proposals
{
    /// <summary>
    /// All proposals for one file, ordered by position, then mutator, then text; no two make the same edit.
    /// Generated code, attributes and <c>nameof</c> are left out, and so is what would not parse as intended or bind.
    /// </summary>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<Proposal> In(SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (GeneratedCode.Is(model.SyntaxTree, root))
            return [];

        var candidates = root.DescendantNodesAndSelf(OffLimits.MayEnter)
            .Where(OffLimits.MayEnter)
            .SelectMany(node => At(node, model, cancellationToken));
        return Vetted(Distinct(candidates, model), model, cancellationToken);
    }

    private static IEnumerable<Candidate> At(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = MutatorCatalogue.All.SelectMany(mutator => mutator.At(node, model, cancellationToken)
            .Select(replacement => Candidate.Of(mutator.Card, replacement, node)));
        return own.Concat(StrykerMutators.At(node, model));
    }

    /// <summary>One candidate per resulting edit: ours before Stryker's, the one with production traits before a plain one.</summary>
    private static IEnumerable<Candidate> Distinct(IEnumerable<Candidate> candidates, SemanticModel model)
    {
        var text = model.SyntaxTree.GetText();
        return candidates
            .Select(candidate => (Candidate: candidate, Edit: MinimalEdit.Of(text, candidate.Replacements)))
            .Where(pair => !pair.Edit.IsEmpty)
            .GroupBy(pair => pair.Edit)
            .Select(group => group
                .OrderBy(pair => pair.Candidate.Source == SeedSource.BugSeeder ? 0 : 1)
                .ThenByDescending(pair => pair.Candidate.Traits.Count)
                .ThenBy(pair => pair.Candidate.Mutator, StringComparer.Ordinal)
                .First())
            .OrderBy(pair => pair.Edit.Span.Start)
            .ThenBy(pair => pair.Candidate.Mutator, StringComparer.Ordinal)
            .ThenBy(pair => pair.Edit.NewText, StringComparer.Ordinal)
            .ThenBy(pair => pair.Edit.Span.End)
            .Select(pair => pair.Candidate);
    }

    private static IEnumerable<Proposal> Vetted(IEnumerable<Candidate> candidates, SemanticModel model, CancellationToken cancellationToken)
    {
        var shape = new ShapeCheck(model.SyntaxTree, cancellationToken);
        foreach (var candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!OffLimits.NeedsConstant(candidate) && shape.Fit(candidate) is { } fitting && BindingCheck.Holds(fitting, model))
                yield return fitting.ToProposal();
        }
    }
}
