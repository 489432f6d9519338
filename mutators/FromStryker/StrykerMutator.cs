using BugSeeder.Model.Bugs;
using Stryker.Abstractions;
using StrykerKind = Stryker.Abstractions.Mutator;

namespace BugSeeder.Mutators.FromStryker;

/// <summary>One of Stryker.NET's mutators, in BugSeeder's words.</summary>
/// <param name="Id">Its name on the command line and in banks.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Inner">Stryker's own.</param>
internal sealed record StrykerMutator(string Id, string Mistake, BugClass Class, IMutator Inner)
{
    /// <summary>Where one of its mutations is of another class than the rest.</summary>
    public IReadOnlyDictionary<StrykerKind, BugClass> Exceptions { get; init; } = new Dictionary<StrykerKind, BugClass>();

    /// <summary>Whether it is asked without the semantic model.</summary>
    public bool GoesByText { get; init; }

    /// <summary>The name of Stryker's own class.</summary>
    public string InnerName => Inner.GetType().Name;

    public BugClass ClassOf(StrykerKind kind) => Exceptions.GetValueOrDefault(kind, Class);
}
