using System.Globalization;
using System.Net;
using BugSeeder.Model;

namespace BugSeeder.Execution.Sandboxes.Network;

/// <summary>A host and a port that may be reached, both exactly.</summary>
/// <param name="Host">The host's name or address, in lower case.</param>
/// <param name="Port">The port.</param>
public sealed record HostPort(string Host, int Port)
{
    /// <summary>Whether it is this machine itself, as a local model server is.</summary>
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Reads <c>host</c>, <c>host:port</c> or an address such as <c>https://host/path</c>. Without a port it is 443, or 80 for http.</summary>
    /// <exception cref="UserError">It is none of these.</exception>
    public static HostPort Parse(string text) => TryParse(text)
        ?? throw new UserError($"'{text}' is no host.", "Write a host as host or host:port, such as api.example.com or localhost:11434; wildcards are not possible.");

    /// <summary>The same; <see langword="null"/> when it is none of these.</summary>
    public static HostPort? TryParse(string text)
    {
        var address = text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && !uri.Host.Contains('*', StringComparison.Ordinal) && uri.Scheme is "http" or "https"
            ? new(uri.IdnHost.ToLowerInvariant(), uri.Port)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Host.Contains(':', StringComparison.Ordinal) && Host[0] != '[' ? $"[{Host}]" : Host)}:{Port}");
}
