using System.Globalization;

namespace BugSeeder.Execution.Assistants;

/// <summary>A host that an assistant must reach to talk to its model.</summary>
/// <param name="Name">Its name or address.</param>
/// <param name="Port">Its port.</param>
public sealed record ApiHost(string Name, int Port = 443)
{
    /// <summary>The host of an address such as <c>https://api.example.com/v1</c>; <see langword="null"/> when it is none.</summary>
    public static ApiHost? Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? new(uri.Host, uri.Port) : null;

    /// <summary>The host that a user named: an address, a name, or a name with a port.</summary>
    public static ApiHost Named(string text) => text.Contains("://", StringComparison.Ordinal) && Of(text) is { } host
        ? host
        : text.Split(':') is [var name, var port] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(name, number) : new(text);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}:{Port}";
}
