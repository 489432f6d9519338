namespace BugSeeder.Mender.Comparing;

/// <summary>
/// What words of prose mean in C#: "the same under every culture" and the current culture, "outside of the lock" and an event raised in one. It finds where the
/// code does otherwise. A false alarm is worse than a miss: where a clause or the code can be understood in two ways, it says nothing.
/// </summary>
internal abstract class Convention
{
    /// <summary>Its name: that of its class, in words.</summary>
    public string Name => GetType().Name;

    /// <summary>What it is, with examples that tests run.</summary>
    public abstract ConventionCard Card { get; }

    /// <summary>Where the code does otherwise than the spec says.</summary>
    public abstract IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code);
}

/// <summary>What a convention is.</summary>
/// <param name="Words">What a clause says, in one sentence.</param>
/// <param name="Meaning">What that means in the code.</param>
/// <param name="Spec">A spec that says it.</param>
/// <param name="Departing">Code that does otherwise.</param>
/// <param name="Agreeing">The same code, mended.</param>
internal sealed record ConventionCard(string Words, string Meaning, string Spec, string Departing, string Agreeing)
{
    /// <summary>Code that looks similar and is left alone.</summary>
    public IReadOnlyList<string> LeftAlone { get; init; } = [];
}
