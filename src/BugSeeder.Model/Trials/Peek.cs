namespace BugSeeder.Model.Trials;

/// <summary>A way to look for the answer instead of working it out.</summary>
public enum PeekKind
{
    /// <summary>It asked git what was there before. The workspace has one commit, so there is nothing to find; that it looked is worth knowing.</summary>
    LookedForHistory,

    /// <summary>It tried to get something over the network.</summary>
    TriedToFetch,

    /// <summary>It looked at files or processes outside of its workspace.</summary>
    LookedOutside,

    /// <summary>It looked into packages or compiled code.</summary>
    LookedIntoPackages,

    /// <summary>It, or a program that it started, asked for a host that it may not reach.</summary>
    WasRefused,
}

/// <summary>One step of an assistant that looks for the answer instead of working it out. It says what was done, not why.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Evidence">The command or the host, shortened.</param>
public sealed record Peek(PeekKind Kind, string Evidence);
