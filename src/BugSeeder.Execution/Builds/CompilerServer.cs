using System.Diagnostics;
using System.Security.Cryptography;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// A compiler server of our own: a compiler that is warm compiles a project in a fraction of the time. It serves only our builds and ends with us,
/// while the one that a build starts by itself would outlive it.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    /// <summary>It is killed in the end, and would leave the pipes and sockets behind that debuggers and tools are offered.</summary>
    private static readonly Dictionary<string, string?> Quiet = new(StringComparer.Ordinal) { ["DOTNET_EnableDiagnostics"] = "0" };

    /// <summary>Where the compiler has its socket, whatever TMPDIR says.</summary>
    private const string SocketFolder = "/tmp";

    /// <summary>How long a build waits for it at most; then it goes on without having seen it listen.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly string program;
    private Task<ProcessResult>? running;

    private CompilerServer(string program, string pipe)
    {
        this.program = program;
        Pipe = pipe;
    }

    /// <summary>The name by which builds find it.</summary>
    public string Pipe { get; }

    /// <summary>The server that belongs to a compiler, not yet started; <see langword="null"/> where there is none.</summary>
    /// <param name="compiler">The folder that MSBuild takes the compiler from.</param>
    public static CompilerServer? Of(string compiler)
    {
        var found = Path.Combine(compiler, "bincore", "VBCSCompiler.dll");
        return File.Exists(found) ? new CompilerServer(found, RandomNumberGenerator.GetHexString(16, lowercase: true)) : null;
    }

    /// <summary>Whether it runs. It ends by itself when nothing was compiled for ten minutes, which an assistant easily takes.</summary>
    public bool IsRunning
    {
        get
        {
            lock (gate)
                return running is { IsCompleted: false };
        }
    }

    /// <summary>
    /// Sees to it that it runs and listens. A build that found none would start one in its own box, and others, which find that one, could not find
    /// their sources there.
    /// </summary>
    /// <param name="box">The box it runs in, as the builds that use it do; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    public async Task StartAsync(Box? box, CancellationToken cancellationToken)
    {
        Task<ProcessResult> server;
        var socket = Path.Combine(box?.Mounts.First(mount => mount.Inside == SocketFolder).Outside ?? SocketFolder, Pipe);
        lock (gate)
        {
            if (!IsRunning)
            {
                RemoveSocket(socket);
                running = ProcessRunner.RunAsync(new("dotnet", ["exec", program, $"-pipename:{Pipe}"], Path.GetTempPath()) { Environment = Quiet, TimeLimit = TimeSpan.FromDays(7), Box = box }, stop.Token);
            }

            server = running!;
        }

        var waited = Stopwatch.StartNew();
        while (!OperatingSystem.IsWindows() && !File.Exists(socket) && !server.IsCompleted && waited.Elapsed < LongestStart)
            await Task.Delay(10, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        // It is killed, so this does not take long; it must not outlive us.
        if (running is IAsyncResult started)
            started.AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(5));
        RemoveSocket(Path.Combine(SocketFolder, Pipe));
        stop.Dispose();
    }

    /// <summary>Killed, it leaves its socket behind. On Windows a pipe is no file.</summary>
    private static void RemoveSocket(string socket)
    {
        if (!OperatingSystem.IsWindows())
            File.Delete(socket);
    }
}
