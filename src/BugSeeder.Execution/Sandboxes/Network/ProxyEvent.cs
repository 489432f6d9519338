namespace BugSeeder.Execution.Sandboxes.Network;

/// <summary>What the proxy did with a request.</summary>
public enum ProxyVerdict
{
    /// <summary>It let it through.</summary>
    Allowed,

    /// <summary>The host is not on the list, or the request was none that the proxy serves.</summary>
    Refused,

    /// <summary>The host is on the list and could not be reached.</summary>
    Failed,
}

/// <summary>One request at the proxy.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Method">The request's method, such as CONNECT.</param>
/// <param name="Address">Whom it was for, as host:port or as it was written.</param>
public sealed record ProxyEvent(ProxyVerdict Verdict, string Method, string Address);
