namespace BugSeeder.Model.Trials;

/// <summary>What became of an assistant's request to the network.</summary>
public enum NetworkVerdict
{
    /// <summary>It was let through.</summary>
    Allowed,

    /// <summary>Its host is not one that may be reached, or it was no request for a proxy.</summary>
    Refused,

    /// <summary>Its host may be reached and did not answer.</summary>
    Failed,
}

/// <summary>A host that an assistant asked for.</summary>
/// <param name="Address">The host with its port, or what was asked for where that is not a host.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Count">How often.</param>
public sealed record NetworkRequest(string Address, NetworkVerdict Verdict, int Count);
