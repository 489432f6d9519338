using System.CommandLine;
using BugSeeder.Execution.Builds;
using BugSeeder.Mender.Answering;
using BugSeeder.Model;

namespace BugSeeder.Mender;

/// <summary>The door of the program: the command line comes in, an answer and an exit code go out, and every exception is caught here.</summary>
internal static class MenderDoor
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        // All that a session starts lives for seconds, its compiler server too.
        foreach (var (name, value) in DotNet.ShortLived.Where(variable => Environment.GetEnvironmentVariable(variable.Key) is null))
            Environment.SetEnvironmentVariable(name, value);
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The first Ctrl-C ends the work in order; a second one ends us at once.
            pressed.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        };
        var parsed = MenderCommand.Create().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"error: {error.Message}");
            await Console.Error.WriteLineAsync("remedy: see --help.");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
        }
        catch (UserError problem)
        {
            await Console.Error.WriteLineAsync($"error: {problem.Message}\nremedy: {problem.Remedy}");
            // Whoever reads answers gets one here too: nothing was found out, and why.
            if (problem.ExitCode == ExitCode.TargetUnusable)
                await Console.Out.WriteLineAsync(Answer.Unusable(problem.Message).ToJson());
            return (int)problem.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("cancelled; the workspace was left as it was.");
            return (int)ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"error: {problem.Message}\nremedy: see that the path can be read and written, and that its disk has room.");
            return (int)ExitCode.Usage;
        }
#pragma warning disable CA1031 // The door: whatever comes here is a fault of ours, and is said so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"internal fault: {fault}\nremedy: this is a fault of Mender's own; please report it with the lines above.");
            return (int)ExitCode.InternalFault;
        }
    }
}
