using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.FromPacks;
using BugSeeder.Mutators.FromStryker;
using BugSeeder.Mutators.Proposing;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators;

/// <summary>Finds every place in a file where a mistake could be made.</summary>
public static class Proposals
{
    /// <summary>
    /// All proposals for one file: single slips ordered by position, then mutator, then text, and after them those that repeat one; no two
    /// make the same edit.
    /// Generated code, attributes and <c>nameof</c> are left out, and so is what would not parse as intended or bind,
    /// or would leave something behind that nothing uses.
    /// </summary>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="packs">Packs whose rules are tried beside the mutators.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<Proposal> In(SemanticModel model, IReadOnlyList<Pack> packs, CancellationToken cancellationToken)
    {
        var rules = packs.SelectMany(pack => pack.Mutators).ToList();
        return Vetted(node => MutatorCatalogue.For(node)
            .SelectMany(mutator => By(mutator, SeedSource.BugSeeder, node, model, cancellationToken))
            .Concat(By(rules, node, model, cancellationToken))
            .Concat(StrykerMutators.At(node, model)), model, cancellationToken);
    }

    /// <summary>The same with the packs that come with BugSeeder.</summary>
    /// <param name="model">The semantic model of the file.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IEnumerable<Proposal> In(SemanticModel model, CancellationToken cancellationToken) => In(model, Packs.Shipped, cancellationToken);

    /// <summary>What some rules alone propose.</summary>
    internal static IEnumerable<Proposal> Of(IReadOnlyList<PackMutator> rules, SemanticModel model, CancellationToken cancellationToken) =>
        Vetted(node => By(rules, node, model, cancellationToken), model, cancellationToken);

    private static IEnumerable<Candidate> By(IEnumerable<PackMutator> rules, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        rules.Where(rule => rule.NodeType.IsInstanceOfType(node)).SelectMany(rule => By(rule, SeedSource.Pack, node, model, cancellationToken));

    private static IEnumerable<Candidate> By(Mutator mutator, SeedSource source, SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        mutator.At(node, model, cancellationToken).Where(slip => slip.Replacements.Count > 0).Select(slip => Candidate.Of(mutator.Card, source, slip, node));

    private static IEnumerable<Proposal> Vetted(Func<SyntaxNode, IEnumerable<Candidate>> at, SemanticModel model, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        if (GeneratedCode.Is(model.SyntaxTree, root))
            return [];

        var candidates = root.DescendantNodesAndSelf(OffLimits.MayEnter).Where(OffLimits.MayEnter).SelectMany(node =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return at(node);
        });
        var shape = new ShapeCheck(model.SyntaxTree, cancellationToken);
        var single = Vetted(Distinct(candidates, model), shape, model, cancellationToken).ToList();
        var repeated = Vetted(Distinct(Repetition.Of(single, model.SyntaxTree.GetText(cancellationToken)), model), shape, model, cancellationToken);
        return single.Concat(repeated).Select(candidate => candidate.ToProposal());
    }

    /// <summary>One candidate per resulting edit: ours before a pack's, and that before Stryker's, the one with production traits before a plain one.</summary>
    private static IEnumerable<Candidate> Distinct(IEnumerable<Candidate> candidates, SemanticModel model)
    {
        var text = model.SyntaxTree.GetText();
        return candidates
            .Select(candidate => (Candidate: candidate, Edit: MinimalEdit.Of(text, candidate.Replacements)))
            .Where(pair => !pair.Edit.IsEmpty)
            .GroupBy(pair => pair.Edit)
            .Select(group => group
                .OrderBy(pair => pair.Candidate.Source switch { SeedSource.BugSeeder => 0, SeedSource.Pack => 1, _ => 2 })
                .ThenByDescending(pair => pair.Candidate.Traits.Count)
                .ThenBy(pair => pair.Candidate.Mutator, StringComparer.Ordinal)
                .First())
            .OrderBy(pair => pair.Edit.Span.Start)
            .ThenBy(pair => pair.Candidate.Mutator, StringComparer.Ordinal)
            .ThenBy(pair => pair.Edit.NewText, StringComparer.Ordinal)
            .ThenBy(pair => pair.Edit.Span.End)
            .Select(pair => pair.Candidate);
    }

    private static IEnumerable<Candidate> Vetted(IEnumerable<Candidate> candidates, ShapeCheck shape, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = model.SyntaxTree.GetText(cancellationToken);
        foreach (var candidate in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!OffLimits.NeedsConstant(candidate) && UnusedCheck.Holds(candidate, model)
                && shape.Fit(candidate) is { } fitting && LayoutCheck.Holds(fitting, text) && (fitting.ChangesType || BindingCheck.Holds(fitting, model)))
                yield return fitting;
        }
    }
}
