namespace BugSeeder.Bench.Truth;

/// <summary>What the truth is, and on what that rests.</summary>
/// <param name="Ruling">What edited files, a real build and a real run of all tests say.</param>
/// <param name="Reason">The first error or failing test.</param>
/// <param name="Wavers">Whether a second run said otherwise: then nobody is wrong, the tests are.</param>
internal sealed record Finding(Ruling Ruling, string Reason, bool Wavers);
