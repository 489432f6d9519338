using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using BugSeeder.TestHost;
using BugSeeder.TestHost.Protocol;

/// <summary>
/// Where the runtime enters the worker: it calls <see cref="Initialize"/> before the test program's own entry point, and a worker never returns from it.
/// So deps.json, runtime configuration, base directory and entry assembly are the target's own. Name and place are the runtime's contract.
/// </summary>
#pragma warning disable MA0047 // The runtime looks for it outside of any namespace
internal static class StartupHook
#pragma warning restore MA0047
{
    /// <summary>Serves until the other side hangs up.</summary>
    public static void Initialize()
    {
        if (HostStart.Take() is not { } start)
            return;
        AssemblyLoadContext.Default.Resolving += (context, name) => Neighbour(start, name.Name!) is { } file ? context.LoadFromAssemblyPath(file) : null;
        Serve(start);
        // Threads that tests left behind must not keep the process.
        Environment.Exit(0);
    }

    /// <summary>deps.json covers nearly everything; adapters have neighbours that it does not list, and the frameworks may be older than those we were compiled against.</summary>
    private static string? Neighbour(HostStart start, string name) =>
        new[] { Path.GetDirectoryName(start.TestAssembly), Path.GetDirectoryName(start.Adapter) }
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, name + ".dll"))
            .FirstOrDefault(File.Exists);

    private static void Serve(HostStart start)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(start.Socket));
        using var stream = new NetworkStream(socket);
        // The console is the tests'; what they write there is nobody's business, and a full pipe would block them.
        Console.SetOut(TextWriter.Null);
        Console.SetError(TextWriter.Null);
        new HostReply.Hello(Frame.Version, Environment.ProcessId, RuntimeInformation.FrameworkDescription).WriteTo(stream);
        var loop = new WorkerLoop(start, stream);
        while (Frame.Read(stream) is { } request)
            loop.Answer(HostRequest.Read(request));
    }
}
