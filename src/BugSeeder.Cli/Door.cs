using System.CommandLine;
using BugSeeder.Cli.Commands;
using BugSeeder.Model;

namespace BugSeeder.Cli;

/// <summary>The door: the command line comes in, an exit code goes out, and every exception is caught here and nowhere else.</summary>
internal static class Door
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        using var interrupted = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            // The first Ctrl-C ends the work in order; a second one ends us at once.
            pressed.Cancel = !interrupted.IsCancellationRequested;
            interrupted.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            interrupted.Cancel();
        });

        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"error: {error.Message}");
            await Console.Error.WriteLineAsync("remedy: see `bugseeder --help`, or `bugseeder COMMAND --help`.");
            return (int)ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted.Token);
        }
        catch (UserError problem)
        {
            await Console.Error.WriteLineAsync($"error: {problem.Message}\nremedy: {problem.Remedy}");
            return (int)problem.ExitCode;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("cancelled; what was finished is kept.");
            return (int)ExitCode.Cancelled;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"internal fault: {fault}\nremedy: this is a fault of BugSeeder's own; please report it with the lines above.");
            return (int)ExitCode.InternalFault;
        }
    }

    private static RootCommand Root() => new("Mutation testing for specs: plants realistic bugs in copies of a C# repository, lets coding assistants work from its spec, and measures what comes back.")
    {
        InitCommand.Create(),
        DoctorCommand.Create(),
        MutatorsCommand.Create(),
        SeedCommand.Create(),
        BugsCommand.Create(),
        SelfcheckCommand.Create(),
        RunCommand.Create(),
        ReportCommand.Create(),
    };
}
