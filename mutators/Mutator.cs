using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators;

/// <summary>A mistake a person could make, described once and applied to syntax.</summary>
public abstract class Mutator
{
    /// <summary>What this mistake is, with the example that documents and tests it.</summary>
    public abstract MutatorCard Card { get; }

    /// <summary>The kind of node that the mistake is made at.</summary>
    public abstract Type NodeType { get; }

    /// <summary>Every way to make the mistake at this node. Empty when it does not apply.</summary>
    /// <param name="node">A node of the target's code.</param>
    /// <param name="model">The semantic model of its tree.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public abstract IEnumerable<Slip> At(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken);
}

/// <summary>Narrows <see cref="Mutator"/> to one kind of node.</summary>
/// <typeparam name="TNode">The kind of node that the mistake is made at.</typeparam>
public abstract class Mutator<TNode> : Mutator
    where TNode : SyntaxNode
{
    /// <inheritdoc/>
    public sealed override Type NodeType => typeof(TNode);

    /// <inheritdoc/>
    public sealed override IEnumerable<Slip> At(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken) =>
        node is TNode typed ? At(typed, model, cancellationToken) : [];

    /// <inheritdoc cref="Mutator.At(SyntaxNode, SemanticModel, CancellationToken)"/>
    protected abstract IEnumerable<Slip> At(TNode node, SemanticModel model, CancellationToken cancellationToken);
}
