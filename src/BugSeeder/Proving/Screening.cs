using BugSeeder.Model.Bugs;

namespace BugSeeder.Proving;

/// <summary>What the fast path says of a seed.</summary>
public enum ScreenVerdict
{
    /// <summary>A test of the oracle fails.</summary>
    Killed,

    /// <summary>No test notices it, as a fresh process has confirmed.</summary>
    Survived,

    /// <summary>No test runs the code, as a fresh process with all tests has confirmed.</summary>
    NotCovered,

    /// <summary>A test does not end, in a second, fresh process neither.</summary>
    TimedOut,

    /// <summary>The test process ends before its tests, in a second, fresh process too.</summary>
    Crashed,

    /// <summary>The test process fills the memory it is given, in a second, fresh process too.</summary>
    OutOfMemory,

    /// <summary>It does not compile.</summary>
    DoesNotCompile,

    /// <summary>Optimised, deterministic compilation gives the same image as the original.</summary>
    Equivalent,

    /// <summary>The fast path cannot say; only the real build and tests can.</summary>
    Unsettled,
}

/// <summary>How the verdict was come by.</summary>
public enum ScreenTier
{
    /// <summary>By the compiler alone.</summary>
    Compiler,

    /// <summary>By a delta in a warm worker.</summary>
    Warm,

    /// <summary>By whole images in a fresh process.</summary>
    Cold,

    /// <summary>Not at all: it is left to the real build and tests.</summary>
    Real,
}

/// <summary>A seed and what the fast path says of it.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Tier">How it was come by.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Witnesses">The tests of the oracle that failed, in ordinal order; the first ones only, unless whole lists were asked for.</param>
public sealed record Screening(Seed Seed, ScreenVerdict Verdict, ScreenTier Tier, string Reason, IReadOnlyList<string> Witnesses)
{
    /// <summary>The word on a seed of a project that does not compile in memory as it is: an error in it says nothing.</summary>
    internal static Screening OfUncompiled(Seed seed) => new(seed, ScreenVerdict.Unsettled, ScreenTier.Real, "its project does not compile in memory as it is", []);
}

/// <summary>How much screening finds out.</summary>
/// <param name="WholeWitnessLists">Whether every test that notices a seed is wanted, and not just the first.</param>
/// <param name="Equivalence">Whether seeds that nobody notices are compared with the original as optimised images.</param>
/// <param name="IsLastWord">Whether no real build will confirm the kills, so that each of a warm worker has to be said twice.</param>
public sealed record ScreenOptions(bool WholeWitnessLists, bool Equivalence, bool IsLastWord);
