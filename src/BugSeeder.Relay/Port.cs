using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relay;

/// <summary>A port of the loopback that is joined to the socket.</summary>
internal sealed class Port
{
    private readonly TcpListener listener;
    private readonly UnixDomainSocketEndPoint socket;
    private readonly string? address;

    private Port(TcpListener listener, UnixDomainSocketEndPoint socket, string? address)
    {
        this.listener = listener;
        this.socket = socket;
        this.address = address;
    }

    /// <summary>Opens a port; <see langword="null"/> where this kernel has no such address.</summary>
    public static Port? TryOpen(IPEndPoint place, UnixDomainSocketEndPoint socket, string? address)
    {
        try
        {
            var opened = new TcpListener(place);
            opened.Start();
            return new(opened, socket, address);
        }
        catch (SocketException) when (place.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return null;
        }
    }

    /// <summary>Joins whoever comes, for ever.</summary>
    public async Task AcceptAsync()
    {
        while (true)
            _ = JoinAsync(await listener.AcceptTcpClientAsync());
    }

    private async Task JoinAsync(TcpClient caller)
    {
        try
        {
            using var inside = caller;
            using var outside = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await outside.ConnectAsync(socket);
            await using var stream = new NetworkStream(outside);
            if (address is not null && !await AskAsync(stream, address))
                return;
            await Task.WhenAll(PumpAsync(inside.GetStream(), stream, outside), PumpAsync(stream, inside.GetStream(), inside.Client));
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two has hung up.
        }
    }

    private static async Task<bool> AskAsync(NetworkStream proxy, string address)
    {
        await proxy.WriteAsync(Encoding.ASCII.GetBytes($"CONNECT {address} HTTP/1.1\r\nHost: {address}\r\n\r\n"));
        var answer = new StringBuilder();
        var one = new byte[1];
        while (!answer.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await proxy.ReadAsync(one) == 0)
                return false;
            answer.Append((char)one[0]);
        }

        return answer.ToString().StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal);
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Socket end)
    {
        try
        {
            await from.CopyToAsync(to);
        }
        finally
        {
            end.Shutdown(SocketShutdown.Send);
        }
    }
}
