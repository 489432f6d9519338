using BugSeeder.Hosting;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>A seed that fresh processes have to try.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Before">How a warm worker's run of it ended.</param>
/// <param name="Bodies">By project file: the bodies that it changes; <see langword="null"/> where it changes anything else.</param>
/// <param name="Tests">The tests that run its code; <see langword="null"/> where any may.</param>
internal sealed record ColdCase(Seed Seed, HostEnd Before, IReadOnlyDictionary<string, IReadOnlyList<BodyKey>>? Bodies, IReadOnlyList<CoveringTest>? Tests = null)
{
    /// <summary>Whether a delta may be tried: not where one has failed, nor where nobody noticed one, since a delta that does nothing would not be noticed either.</summary>
    public bool MayBeDelta { get; init; } = Bodies is not null;

    /// <summary>Whether it has been in a group in which something was noticed, and noticed by nobody alone: with the same others it would be suspected again.</summary>
    public bool IsLoner { get; init; }

    /// <summary>The tests that are the most likely to say something, such as those of which one took a warm worker with it; <see langword="null"/> where none are known.</summary>
    public SuiteTests? First { get; init; }
}

/// <summary>Seeds that are planted together.</summary>
/// <param name="Cases">The seeds.</param>
/// <param name="IsSuspected">Whether a test is likely to notice one of them.</param>
internal sealed record ColdGroup(IReadOnlyList<ColdCase> Cases, bool IsSuspected);
