using System.Security.Cryptography;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Builds;

/// <summary>
/// A compiler server of our own: a compiler that is warm compiles a project in a fraction of the time. It serves only our builds and ends with us,
/// while the one that a build starts by itself would outlive it.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task<ProcessResult> running;

    private CompilerServer(string program, string pipe)
    {
        Pipe = pipe;
        running = ProcessRunner.RunAsync(new("dotnet", ["exec", program, $"-pipename:{pipe}"], Path.GetTempPath()) { TimeLimit = TimeSpan.FromDays(7) }, stop.Token);
    }

    /// <summary>The name by which builds find it.</summary>
    public string Pipe { get; }

    /// <summary>Starts the server that belongs to a project's own compiler; <see langword="null"/> where there is none.</summary>
    public static async Task<CompilerServer?> StartAsync(DotNet dotnet, string folder, string project, CancellationToken cancellationToken)
    {
        var facts = await ProjectFacts.AskAsync(dotnet, folder, project, ["RoslynTargetsPath"], [], null, cancellationToken);
        var program = Path.Combine(facts.Property("RoslynTargetsPath"), "bincore", "VBCSCompiler.dll");
        return File.Exists(program) ? new CompilerServer(program, RandomNumberGenerator.GetHexString(16, lowercase: true)) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stop.Cancel();
        // It is killed, so this does not take long; it must not outlive us.
        ((IAsyncResult)running).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(5));
        stop.Dispose();
    }
}
