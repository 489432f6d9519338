using BugSeeder.Hosting;

namespace BugSeeder.Proving;

/// <summary>What a warm worker made of a mutant.</summary>
internal abstract record WarmAttempt
{
    /// <summary>Tests of the oracle failed.</summary>
    public sealed record Killed(IReadOnlyList<string> Witnesses) : WarmAttempt;

    /// <summary>All tests that come near it passed.</summary>
    public sealed record Survived : WarmAttempt;

    /// <summary>It hung, crashed or filled the memory, and took the worker with it; a fresh process has to try it alone.</summary>
    public sealed record Suspect(HostEnd End, SuiteTests Tests) : WarmAttempt;

    /// <summary>A delta cannot do it; it takes whole images.</summary>
    public sealed record Unfit(string Reason) : WarmAttempt;

    /// <summary>Nothing was found out, for the sake of another that was tried at once.</summary>
    public sealed record Again : WarmAttempt;
}
