using System.Net;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>A host that an assistant must reach to talk to its model, or may reach because the user says so. Name and port are meant exactly.</summary>
/// <param name="Name">Its name or address, in lower case.</param>
/// <param name="Port">Its port.</param>
public sealed record ApiHost(string Name, int Port = 443)
{
    /// <summary>Whether it is this machine itself, as a local model server is.</summary>
    public bool IsLoopback => Name == "localhost" || (IPAddress.TryParse(Name.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The host of an address such as <c>https://api.example.com/v1</c>; <see langword="null"/> when it is none.</summary>
    public static ApiHost? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? new(uri.Host.ToLowerInvariant(), uri.Port) : null;

    /// <summary>Reads <c>host</c>, <c>host:port</c> or an address; <see langword="null"/> when it is none of these. Without a port it is 443, or that of the address's scheme.</summary>
    public static ApiHost? Read(string text) =>
        text.Contains('*', StringComparison.Ordinal) ? null : Of(text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}") is { Port: > 0 } host ? host : null;

    /// <summary>The same, of what a user wrote.</summary>
    /// <exception cref="UserError">It is no host.</exception>
    public static ApiHost Parse(string text) => Read(text)
        ?? throw new UserError($"'{text}' is no host.", "Write host or host:port, such as api.example.com or localhost:11434; wildcards are not possible.");

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Port}";
}
