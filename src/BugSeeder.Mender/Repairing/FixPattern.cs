using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Repairing;

/// <summary>
/// One kind of repair: a fix pattern in the sense of PAR (Kim et al. 2013) and TBar (Liu et al. 2019). It proposes, and need not be right about types:
/// what does not compile is dropped.
/// </summary>
internal abstract class FixPattern
{
    /// <summary>How likely a mistake is mended by a pattern of this kind, from 0 to 1; a convention, made before any bank was tried.</summary>
    public abstract double Prior { get; }

    /// <summary>The fixes at a node.</summary>
    public abstract IEnumerable<Fix> At(SyntaxNode node, FixContext context);
}
