using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators;

/// <summary>A place where a mistake could be made, and the edit that makes it. Nobody has compiled or run it yet.</summary>
/// <param name="Mutator">The id of the mutator.</param>
/// <param name="Source">Whose mutator it is.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Traits">Its production traits; usually none.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Replacements">The edits, by position, never overlapping.</param>
/// <param name="Node">The node of the original tree that the mistake is made at.</param>
public sealed record Proposal(
    string Mutator,
    SeedSource Source,
    BugClass Class,
    IReadOnlyList<ProductionTrait> Traits,
    string Mistake,
    IReadOnlyList<Replacement> Replacements,
    SyntaxNode Node);
