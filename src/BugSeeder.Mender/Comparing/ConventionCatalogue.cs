using BugSeeder.Mender.Comparing.Conventions;

namespace BugSeeder.Mender.Comparing;

/// <summary>The conventions, by name.</summary>
internal static class ConventionCatalogue
{
    public static IReadOnlyList<Convention> All { get; } =
    [
        new BothAnswers(), new Cancellation(), new ClosedOnEveryPath(), new CollectedForNothing(), new Culture(), new EachOnce(), new EnumeratedOnce(), new EveryOne(), new Formula(), new HalfOpen(),
        new HtmlEscaped(), new LineFeed(), new OutsideOfLock(), new SameKey(), new StatedLimit(), new StatedList(), new StatedMessage(), new StatedRow(), new StatedWord(), new SystemClock(), new Unit(),
    ];
}
