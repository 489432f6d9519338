using System.Text;
using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Sandboxes.Network;

/// <summary>The head of an HTTP request, as far as a proxy needs to understand it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">What stands behind it.</param>
/// <param name="Headers">The header lines.</param>
/// <param name="Rest">Bytes that came with it and belong to what follows.</param>
internal sealed record RequestHead(string Method, string Target, IReadOnlyList<string> Headers, byte[] Rest)
{
    private const int LongestHead = 64 * 1024;
    private static readonly string[] NotPassedOn = ["Proxy-", "Connection:", "Host:"];

    /// <summary>Reads a head; <see langword="null"/> when what came is none.</summary>
    public static async Task<RequestHead?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        for (var count = 0; count < buffer.Length;)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(count), cancellationToken);
            if (read == 0)
                return null;
            count += read;
            var end = buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
            if (end < 0)
                continue;
            var lines = Encoding.Latin1.GetString(buffer, 0, end).Split("\r\n");
            return lines[0].Split(' ') is [var method, var target, _] ? new(method, target, lines[1..], buffer[(end + 4)..count]) : null;
        }

        return null;
    }

    /// <summary>Whom it is for: the host of a CONNECT, or of a plain request to a proxy; <see langword="null"/> for any other.</summary>
    public ApiHost? Host => Method == "CONNECT"
        ? ApiHost.Read(Target)
        : Target.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? ApiHost.Read(Target) : null;

    /// <summary>
    /// The head as the server itself is to see it. The connection ends after one answer: a second request on it could be for anybody.
    /// </summary>
    public byte[] ForServer()
    {
        var uri = new Uri(Target);
        var kept = Headers.Where(line => !NotPassedOn.Any(name => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        return Encoding.Latin1.GetBytes($"{Method} {uri.PathAndQuery} HTTP/1.1\r\nHost: {uri.Authority}\r\n{string.Concat(kept.Select(line => line + "\r\n"))}Connection: close\r\n\r\n");
    }
}
