using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Sandboxes.Network;

/// <summary>
/// A proxy that lets through to a list of hosts and refuses and notes all else. It listens on a unix socket, which is all of the network that a box sees.
/// </summary>
public sealed class AllowListProxy : IDisposable
{
    private const int MostAddresses = 1000;
    private const int LongestAddress = 200;
    private const int MostConnections = 64;
    private static readonly TimeSpan HeadLimit = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<(string Address, NetworkVerdict Verdict), int> requests = new();
    private int connections;
    private readonly HashSet<ApiHost> allowed;
    private readonly Socket listener;
    private readonly string path;

    /// <summary>Starts listening.</summary>
    /// <param name="path">The socket; the folder must exist, and let the box's user through.</param>
    /// <param name="allowed">Who may be reached.</param>
    public AllowListProxy(string path, IEnumerable<ApiHost> allowed)
    {
        this.path = path;
        this.allowed = allowed.ToHashSet();
        listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(MostConnections);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        _ = AcceptAsync();
    }

    /// <summary>What was asked of it; a thousand different addresses at most.</summary>
    public IReadOnlyList<NetworkRequest> Requests =>
        [.. requests.Select(pair => new NetworkRequest(pair.Key.Address, pair.Key.Verdict, pair.Value)).OrderBy(request => request.Verdict).ThenBy(request => request.Address, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
        listener.Dispose();
        File.Delete(path);
    }

    internal RelayPlan Relay(Stage stage) => RelayPlan.Of(path, allowed, stage);

    private async Task AcceptAsync()
    {
        var token = stop.Token;
        try
        {
            while (!token.IsCancellationRequested)
            {
                var caller = await listener.AcceptAsync(token);
                if (Interlocked.Increment(ref connections) <= MostConnections)
                    _ = ServeAsync(caller, token);
                else
                    HangUp(caller);
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Nobody is served any more.
        }
    }

    private async Task ServeAsync(Socket caller, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = new NetworkStream(caller);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(HeadLimit);
            var head = await RequestHead.ReadAsync(stream, limit.Token);
            if (head is null)
                return;
            if (head.Host is not { } host || !allowed.Contains(host))
            {
                // What stands behind a question mark may be a key.
                Note(head.Host?.ToString() ?? head.Target.Split('?')[0], NetworkVerdict.Refused);
                await AnswerAsync(stream, "403 Forbidden", "This host may not be reached.", cancellationToken);
                return;
            }

            await ForwardAsync(caller, stream, head, host, cancellationToken);
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has hung up, or we end.
        }
        finally
        {
            HangUp(caller);
        }
    }

    private async Task ForwardAsync(Socket inside, NetworkStream stream, RequestHead head, ApiHost host, CancellationToken cancellationToken)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await server.ConnectAsync(host.Name.Trim('[', ']'), host.Port, cancellationToken);
        }
        catch (SocketException problem)
        {
            Note(host.ToString(), NetworkVerdict.Failed);
            await AnswerAsync(stream, "502 Bad Gateway", problem.SocketErrorCode.ToString(), cancellationToken);
            return;
        }

        Note(host.ToString(), NetworkVerdict.Allowed);
        await using var outside = new NetworkStream(server);
        if (head.Method == "CONNECT")
            await stream.WriteAsync("HTTP/1.1 200 Connection Established\r\n\r\n"u8.ToArray(), cancellationToken);
        else
            await outside.WriteAsync(head.ForServer(), cancellationToken);
        await outside.WriteAsync(head.Rest, cancellationToken);
        await Task.WhenAll(PumpAsync(stream, outside, server, cancellationToken), PumpAsync(outside, stream, inside, cancellationToken));
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Socket end, CancellationToken cancellationToken)
    {
        try
        {
            await from.CopyToAsync(to, cancellationToken);
        }
        finally
        {
            end.Shutdown(SocketShutdown.Send);
        }
    }

    private void HangUp(Socket caller)
    {
        caller.Dispose();
        Interlocked.Decrement(ref connections);
    }

    private void Note(string address, NetworkVerdict verdict)
    {
        var key = (address.Length > LongestAddress ? address[..LongestAddress] : address, verdict);
        if (requests.Count < MostAddresses || requests.ContainsKey(key))
            requests.AddOrUpdate(key, 1, (_, count) => count + 1);
    }

    private static async Task AnswerAsync(NetworkStream stream, string status, string text, CancellationToken cancellationToken) =>
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {text.Length}\r\nConnection: close\r\n\r\n{text}"), cancellationToken);
}
