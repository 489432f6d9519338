using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using BugSeeder.Cli.Commands;
using BugSeeder.Model;

namespace BugSeeder.Cli;

/// <summary>The door: the command line comes in, an exit code goes out, and every exception is caught here and nowhere else.</summary>
internal static partial class Door
{
    public static Task<int> RunAsync(string[] arguments) => RunAsync(Root(), "bugseeder", arguments);

    /// <summary>The same door for another program, such as the benchmarks.</summary>
    /// <param name="root">Its commands.</param>
    /// <param name="program">Its name, for remedies.</param>
    /// <param name="arguments">Its command line.</param>
    public static async Task<int> RunAsync(RootCommand root, string program, string[] arguments)
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

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"error: {TypeName().Replace(error.Message, "")}");
            await Console.Error.WriteLineAsync($"remedy: see `{program} --help`, or `{program} COMMAND --help`.");
            return (int)ExitCode.Usage;
        }

        if (StrayOption(parsed) is { } stray)
        {
            await Console.Error.WriteLineAsync($"error: '{parsed.CommandResult.Command.Name}' has no option '{stray}'.\nremedy: see `{program} {Path(parsed.CommandResult)}--help`.");
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
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder that is read-only, a file that vanished: nothing that we could mend.
            await Console.Error.WriteLineAsync($"error: {problem.Message}\nremedy: see that the path can be read and written, and that its disk has room.");
            return (int)ExitCode.Usage;
        }
        catch (Exception fault)
        {
            await Console.Error.WriteLineAsync($"internal fault: {fault}\nremedy: this is a fault of BugSeeder's own; please report it with the lines above.");
            return (int)ExitCode.InternalFault;
        }
    }

    /// <summary>An option that the command does not have, and that would be taken for one of its arguments, such as a file of that name.</summary>
    internal static string? StrayOption(ParseResult parsed) =>
        parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value).FirstOrDefault(text => text.StartsWith("--", StringComparison.Ordinal));

    /// <summary>The commands that lead to one, without the program: <c>bugs show </c>.</summary>
    private static string Path(CommandResult command) => command.Parent is CommandResult parent ? $"{Path(parent)}{command.Command.Name} " : "";

    /// <summary>The command-line library names our types to people who need not know them.</summary>
    [GeneratedRegex(" as expected type '[^']*'")]
    private static partial Regex TypeName();

    internal static RootCommand Root() => new("Mutation testing for specs: plants realistic bugs in copies of a C# repository, lets coding assistants work from its spec, and measures what comes back.")
    {
        InitCommand.Create(),
        DoctorCommand.Create(),
        MutatorsCommand.Create(),
        SeedCommand.Create(),
        BugsCommand.Create(),
        SpecCommand.Create(),
        SelfcheckCommand.Create(),
        RunCommand.Create(),
        ReportCommand.Create(),
        CompareCommand.Create(),
        TranscriptCommand.Create(),
    };
}
