using BugSeeder.Mender.Comparing.Conventions;

namespace BugSeeder.Mender.Comparing;

/// <summary>The conventions.</summary>
internal static class ConventionCatalogue
{
    public static IReadOnlyList<Convention> All { get; } = [new Culture()];
}
