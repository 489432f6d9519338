using System.CommandLine;
using BugSeeder.Model;

namespace BugSeeder.Mender;

/// <summary>The command line.</summary>
internal static class MenderCommand
{
    private const int DefaultPatches = 300;
    private const int DefaultBudget = 45;

    public static RootCommand Create()
    {
        var workspace = new Option<string>("--workspace", "-w") { Description = "The folder of the C# repository to check and mend.", DefaultValueFactory = _ => "." };
        var prompt = new Option<string?>("--prompt", "-p") { Description = "The file with the prompt, which names the spec; without it the prompt is read from standard input." };
        var patches = new Option<int>("--patches") { Description = $"How many patches may be tried; one that needs a process of its own counts as {Budget.Fresh}.", DefaultValueFactory = _ => DefaultPatches };
        var budget = new Option<int>("--budget") { Description = "How many seconds the search may take at most, for machines that are busy and tests that wait.", DefaultValueFactory = _ => DefaultBudget };
        var work = new Option<string?>("--work") { Description = "A folder for builds, made if it is not there and emptied at the end; without it one in the temporary folder." };
        var verbose = new Option<bool>("--verbose") { Description = "Tells each patch that is tried, with what became of it." };
        var root = new RootCommand(
            """
            Mender checks whether C# code does what a written spec says, and mends it where it does not: it takes examples, tables and stated values from the spec,
            runs them against the code, and searches for the smallest patch after which all of them and the existing tests pass.

            It prints progress to standard error and one JSON object to standard output: what it found, where, by which clause, and whether it is mended.
            Exit codes: 0 answered; 1 wrong usage; 3 the workspace does not build or has no tests (an answer is printed all the same); 70 a fault of its own; 130 cancelled.
            """)
        {
            workspace, prompt, patches, budget, work, verbose,
        };
        root.SetAction(async (parsed, cancellationToken) =>
        {
            var most = parsed.GetValue(patches) is > 0 and var tried ? tried : throw new UserError("At least one patch must be tried.", "Give --patches a positive number.");
            var seconds = parsed.GetValue(budget) is > 0 and var given ? given : throw new UserError("The budget must be at least one second.", "Give --budget a positive number of seconds.");
            var folder = Path.GetFullPath(parsed.GetValue(workspace)!);
            if (!Directory.Exists(folder))
                throw new UserError($"The workspace '{folder}' does not exist.", "Give an existing folder with --workspace.");
            var text = parsed.GetValue(prompt) is { } file ? await ReadAsync(file, cancellationToken) : await Console.In.ReadToEndAsync(cancellationToken);
            var limit = new Budget(TimeProvider.System, most, TimeSpan.FromSeconds(seconds));
            using var place = WorkPlace.Make(parsed.GetValue(work));
            var answer = await new Mending(folder, text, limit, parsed.GetValue(verbose), new ProgressLines(Console.Error, limit), place.Folder).RunAsync(cancellationToken);
            await Console.Out.WriteLineAsync(answer.ToJson());
            return (int)ExitCode.Done;
        });
        return root;
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken) =>
        File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : throw new UserError($"The prompt '{file}' does not exist.", "Give an existing file with --prompt, or the prompt on standard input.");
}
