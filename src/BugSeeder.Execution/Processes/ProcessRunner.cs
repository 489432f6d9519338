using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using BugSeeder.Execution.Sandboxes;
using CliWrap;

namespace BugSeeder.Execution.Processes;

/// <summary>The one door to other processes: bounded in time and output, and ended together with everything they started.</summary>
public static class ProcessRunner
{
    /// <summary>How long a left-behind grandchild may hold the pipes after the process itself has ended.</summary>
    private static readonly TimeSpan PipeGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program to its end, or to the end of what it may use.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled; the process and its descendants were ended.</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var boxed = request.Box?.Enter(request);
        request = boxed?.Request ?? request;
        var token = ProcessFamily.NewToken();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var pipes = new CancellationTokenSource();
        using var watch = new ProcessWatch(request, stop);
        var output = new CappedOutput(request.OutputLimit, watch, request.Watch);
        var error = new CappedOutput(request.OutputLimit, watch, listener: null);
        var command = Cli.Wrap(request.Program)
            .WithArguments(request.Arguments)
            .WithWorkingDirectory(request.WorkingDirectory)
            .WithEnvironmentVariables(EnvironmentOf(request, boxed is null ? token : null))
            .WithStandardInputPipe(InputOf(request))
            .WithStandardOutputPipe(PipeTarget.Create((stream, _) => output.ReadAsync(stream, pipes.Token)))
            .WithStandardErrorPipe(PipeTarget.Create((stream, _) => error.ReadAsync(stream, pipes.Token)))
            .WithValidation(CommandResultValidation.None);

        var clock = Stopwatch.StartNew();
        int? exitCode = null;
        try
        {
            var execution = await StarterThread.RunAsync(() => command.ExecuteAsync(stop.Token));
            watch.Start(() => (boxed is null ? execution.ProcessId : boxed.Top(execution.ProcessId)) is { } top ? ProcessUse.Cpu(top) : null);
            using var boxWatch = boxed is null ? null : new BoxWatch(boxed, execution.ProcessId, watch);
            using var drained = new CancellationTokenSource();
            var release = ReleasePipesAfterExitAsync(execution.ProcessId, pipes, drained.Token);
            try
            {
                exitCode = (await execution.Task).ExitCode;
            }
            finally
            {
                await drained.CancelAsync();
                await release;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The watch ended it; the reason is in its End.
        }
        catch (Win32Exception problem)
        {
            return new(ProcessEnd.NotStarted, null, clock.Elapsed, [], Encoding.UTF8.GetBytes(problem.Message));
        }
        finally
        {
            // What is boxed ends with its box.
            if (boxed is null)
                ProcessFamily.EndAll(token);
        }

        return new(watch.End, watch.End == ProcessEnd.Exited ? exitCode : null, clock.Elapsed, output.ToArray(), error.ToArray());
    }

    private static PipeSource InputOf(ProcessRequest request) => request switch
    {
        { HoldsInput: true } => PipeSource.Create(async (stream, ended) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(request.Input ?? ""), ended);
            await stream.FlushAsync(ended);
            await Task.Delay(Timeout.Infinite, ended);
        }),
        { Input: { } text } => PipeSource.FromString(text),
        _ => PipeSource.Null,
    };

    /// <summary>Reading to the end would wait for whoever inherited the pipe, so the pipes are let go soon after the process has ended.</summary>
    private static async Task ReleasePipesAfterExitAsync(int processId, CancellationTokenSource pipes, CancellationToken drained)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            await process.WaitForExitAsync(drained);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It has ended already.
        }
        catch (OperationCanceledException)
        {
            return;
        }

        try
        {
            await Task.Delay(PipeGrace, drained);
            await pipes.CancelAsync();
        }
        catch (OperationCanceledException)
        {
            // The pipes ended by themselves.
        }
    }

    private static Dictionary<string, string?> EnvironmentOf(ProcessRequest request, string? token)
    {
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (request.InheritOnly is { } allowed)
        {
            foreach (string name in Environment.GetEnvironmentVariables().Keys)
            {
                if (!allowed.Contains(name))
                    variables[name] = null;
            }
        }

        foreach (var (name, value) in request.Environment)
            variables[name] = value;
        if (token is not null)
            variables[ProcessFamily.Variable] = token;
        return variables;
    }
}
