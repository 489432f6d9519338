using System.CommandLine;
using System.Security.Cryptography;
using BugSeeder.Bench.Measuring;
using BugSeeder.Cli.Commands;
using BugSeeder.Execution.Git;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model;
using BugSeeder.Model.Text;

namespace BugSeeder.Bench.Verbs;

/// <summary><c>sandbox</c>: what being shut in costs – starting a process, and restoring, building and testing a target – inside against outside, in turn.</summary>
internal static class SandboxVerb
{
    private const int Starts = 20;
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often each is timed.", DefaultValueFactory = _ => 5, HelpName = "N" };
    private static readonly (string Name, string[] Words)[] Phases =
    [
        ("restore", ["dotnet", "restore", "-v", "q"]),
        ("build", ["dotnet", "build", "--no-restore", "-v", "q", "-nologo"]),
        ("test", ["dotnet", "test", "--no-build", "-v", "q", "--nologo"]),
    ];

    public static Command Create()
    {
        var command = new Command("sandbox", "Times the start of a process, and restore, build and test of a target, inside the sandbox against outside.") { Options.Target, Rounds, Options.Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "w-" + RandomNumberGenerator.GetHexString(8, lowercase: true))).FullName;
        try
        {
            var sandbox = await Sandbox.FindAsync(Path.Combine(folder, "s"), cancellationToken);
            if (!sandbox.Hides)
                throw new UserError("There is no sandbox to measure on this machine.", sandbox.Remedy);
            var times = await MeasureAsync(sandbox, parsed.GetValue(Options.Target)!, folder, Options.Positive(parsed.GetValue(Rounds), "--rounds"), cancellationToken);
            if (parsed.GetValue(Options.Json))
                Console.Out.Write(Json.ToText(new { sandbox = sandbox.Text, seconds = times }));
            else
                Print(times);
            return (int)ExitCode.Done;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, Spread?>> MeasureAsync(Sandbox sandbox, string target, string folder, int rounds, CancellationToken cancellationToken)
    {
        var (outside, inside) = (Path.Combine(folder, "o"), Path.Combine(folder, "i"));
        var tree = TargetReader.Read(target).Tree;
        Workspace.Create(tree, outside);
        Workspace.Create(tree, inside);
        await TimeAsync(outside, null, Phases[0].Words, cancellationToken);
        var packages = PackageFolder.Collect(outside, Path.Combine(folder, "k"));
        var box = sandbox.Box([new(packages.Path, "/packages"), new(inside, "/workspace", IsWritable: true)])! with { Environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = "/packages" } };
        var seconds = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (side, place, boxed) in new[] { ("outside", outside, null), ("inside", inside, box) })
            {
                void Add(string what, double value) => (seconds.TryGetValue($"{what}, {side}", out var list) ? list : seconds[$"{what}, {side}"] = []).Add(value);
                await ProcessRunner.RunAsync(new("git", ["clean", "-xdqf"], place), cancellationToken);
                for (var start = 0; start < Starts; start++)
                    Add("start", await TimeAsync(place, boxed, ["true"], cancellationToken));
                foreach (var (name, words) in Phases)
                    Add(name, await TimeAsync(place, boxed, words, cancellationToken));
            }
        }

        return seconds.ToDictionary(pair => pair.Key, pair => Spread.Of(pair.Value), StringComparer.Ordinal);
    }

    private static async Task<double> TimeAsync(string place, Box? box, string[] words, CancellationToken cancellationToken)
    {
        // Outside nothing may be left behind either, or a later round would find it warm.
        var environment = new Dictionary<string, string?> { ["UseSharedCompilation"] = "false", ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" };
        var result = await ProcessRunner.RunAsync(new(words[0], words[1..], place) { Box = box, Environment = environment }, cancellationToken);
        return result.Succeeded
            ? result.Wall.TotalSeconds
            : throw new UserError($"'{string.Join(' ', words)}' failed {(box is null ? "outside" : "inside")}: {(result.OutputText + result.ErrorText).Trim()}", "Give a target whose tests pass, with one solution or project in its top folder.", ExitCode.TargetUnusable);
    }

    private static void Print(Dictionary<string, Spread?> times)
    {
        foreach (var (what, spread) in times)
            Console.Out.WriteLine($"{what,-18} {(spread is null ? "" : $"{spread.Median:0.000} s ({spread.Min:0.000}–{spread.Max:0.000}, n {spread.N})")}");
    }
}
