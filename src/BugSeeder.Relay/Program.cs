// relay SOCKET PORT[=HOST:PORT]...
// Joins each port of the loopback to the unix socket. A port with an address asks the proxy behind the socket for a tunnel to it, so that a program
// that knows nothing of proxies gets to its server; a port without is the proxy itself. Says "ready" when all ports are open.
using System.Net;
using System.Net.Sockets;
using Relay;

var socket = new UnixDomainSocketEndPoint(args[0]);
var work = new List<Task>();
foreach (var argument in args[1..])
{
    var (port, address) = argument.Split('=', 2) is [var number, var given] ? (int.Parse(number, null), given) : (int.Parse(argument, null), null);
    foreach (var loopback in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
    {
        if (Port.TryOpen(new(loopback, port), socket, address) is { } opened)
            work.Add(opened.AcceptAsync());
    }
}

Console.WriteLine("ready");
await Task.WhenAll(work);
