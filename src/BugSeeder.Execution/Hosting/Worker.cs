using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Execution.Hosting;

/// <summary>
/// A test process of the target with our worker in it. It is asked one thing at a time. Once it has hung, died or taken too much memory it is gone,
/// with everything it started, and another has to be started.
/// </summary>
public sealed class Worker : IAsyncDisposable
{
    /// <summary>A worker is there in under a tenth of a second; a machine under load may take longer.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    /// <summary>SOL_SOCKET and SO_PEERCRED, see unix(7): three numbers of 32 bits, of which the first is the process.</summary>
    private const int SocketLevel = 1;
    private const int PeerCredentials = 17;
    private const int PeerCredentialsSize = 12;

    private readonly WorkerSetup setup;
    private readonly CancellationTokenSource stop;
    private readonly Task<ProcessResult> running;
    private readonly NetworkStream stream;
    private readonly Process process;

    private Worker(WorkerSetup setup, CancellationTokenSource stop, Task<ProcessResult> running, NetworkStream stream, Process process, string runtime)
    {
        this.setup = setup;
        this.stop = stop;
        this.running = running;
        this.stream = stream;
        this.process = process;
        Runtime = runtime;
        ProcessId = process.Id;
    }

    /// <summary>The runtime it is in, such as <c>.NET 10.0.1</c>.</summary>
    public string Runtime { get; }

    /// <summary>Its process as it is known here.</summary>
    internal int ProcessId { get; }

    /// <summary>Whether it can be asked anything more.</summary>
    public bool IsAlive { get; private set; } = true;

    /// <summary>Starts a worker.</summary>
    /// <exception cref="WorkerException">It does not come up.</exception>
#pragma warning disable CA2000 // They belong to the worker that is returned, and are disposed of here where there is none
    public static async Task<Worker> StartAsync(DotNet dotnet, WorkerSetup setup, CancellationToken cancellationToken)
    {
        // A folder of its own, since that is what can be seen in a box.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"w-{RandomNumberGenerator.GetHexString(12, lowercase: true)}")).FullName;
        var path = Path.Combine(folder, "s");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var environment = new Dictionary<string, string?>(new HostStart(path, setup.Kind, setup.TestAssembly, setup.Adapter, setup.SideBySide).ToEnvironment(), StringComparer.Ordinal) { ["DOTNET_ROLL_FORWARD"] = setup.RollForward ? "Major" : null };
        var ended = dotnet.RunAsync(Path.GetDirectoryName(setup.TestAssembly)!, ["exec", setup.TestAssembly], TimeSpan.FromDays(7), end.Token, environment, BoxOf(setup, folder));
        NetworkStream? connection = null;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            var accepting = listener.AcceptAsync(limit.Token).AsTask();
            if (await Task.WhenAny(accepting, ended) == ended)
                throw new WorkerException(HowItEnded(await ended));
            connection = new NetworkStream(await accepting, ownsSocket: true);
            if (await Frame.ReadAsync(connection, limit.Token) is not { } content || HostReply.Read(content) is not HostReply.Hello hello)
                throw new WorkerException("it did not say hello");
            if (hello.Version != Frame.Version)
                throw new WorkerException($"it speaks version {hello.Version} of the protocol, not {Frame.Version}");
            return new Worker(setup, end, ended, connection, Process.GetProcessById(ProcessOf(connection.Socket) ?? hello.ProcessId), hello.Runtime);
        }
        catch (Exception problem)
        {
            if (connection is not null)
                await connection.DisposeAsync();
            await EndAsync(end, ended);
            end.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw problem as WorkerException ?? new WorkerException($"it does not come up: {problem.Message}", problem);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
#pragma warning restore CA2000

    /// <summary>The box sees the target's packages, the place that the tests run in, the folder of the socket, and of ours the one file that is loaded into it.</summary>
    private static Box? BoxOf(WorkerSetup setup, string folder) =>
        setup.BoxWith?.Invoke(folder) is { } box ? box with { Mounts = [.. box.Mounts, BoxMount.Same(typeof(HostStart).Assembly.Location)] } : null;

    /// <summary>The process at the other end as it is known here: in a box it takes itself for another. <see langword="null"/> where the system does not tell.</summary>
    private static int? ProcessOf(Socket connection)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var credentials = new byte[PeerCredentialsSize];
        return connection.GetRawSocketOption(SocketLevel, PeerCredentials, credentials) == credentials.Length ? BitConverter.ToInt32(credentials) : null;
    }

    /// <summary>Asks for something and waits for it.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="limit">The longest that all of it may take; single tests have limits of their own in the request.</param>
    /// <param name="cancellationToken">Cancels it, and with it the worker.</param>
    public async Task<WorkerAnswer> AskAsync(HostRequest request, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!IsAlive)
            return new WorkerAnswer.Died("it had ended before");
        try
        {
            var clock = Stopwatch.StartNew();
            request.WriteTo(stream);
            var reading = Frame.ReadAsync(stream, stop.Token);
            while (await Task.WhenAny(reading, Task.Delay(PollInterval, cancellationToken)) != reading)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (MemoryInUse() > setup.MemoryLimit)
                    return await GoneAsync(new WorkerAnswer.OutOfMemory());
                if (clock.Elapsed > limit)
                    return await GoneAsync(new WorkerAnswer.TimedOut(Cpu: false));
            }

            return await reading is { } content ? await UnderstandAsync(HostReply.Read(content)) : await DeadAsync();
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            return await DeadAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        IsAlive = false;
        await EndAsync(stop, running);
        await stream.DisposeAsync();
        process.Dispose();
        stop.Dispose();
    }

    private async Task<WorkerAnswer> UnderstandAsync(HostReply reply) =>
        reply is HostReply.Stalled stalled ? await GoneAsync(new WorkerAnswer.TimedOut(stalled.Cpu)) : new WorkerAnswer.Replied(reply);

    private async Task<WorkerAnswer> GoneAsync(WorkerAnswer answer)
    {
        IsAlive = false;
        await EndAsync(stop, running);
        return answer;
    }

    /// <summary>The stream has ended, so the process is ending; its last words may take a moment.</summary>
    private async Task<WorkerAnswer> DeadAsync()
    {
        IsAlive = false;
        await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(10), CancellationToken.None));
        var how = running.IsCompletedSuccessfully ? HowItEnded(await running) : "it hung up and did not end";
        await EndAsync(stop, running);
        return new WorkerAnswer.Died(how);
    }

    private long MemoryInUse()
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has just ended; the stream will say so.
            return 0;
        }
    }

    private static string HowItEnded(ProcessResult result)
    {
        var words = result.ErrorText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return $"the process ended with exit code {result.ExitCode}{(words is null ? "" : $": {words}")}";
    }

    private static async Task EndAsync(CancellationTokenSource stop, Task<ProcessResult> running)
    {
        await stop.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // That is how it ends.
        }
    }
}
