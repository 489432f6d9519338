using System.Security.Cryptography;
using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;

namespace BugSeeder.EndToEnd;

/// <summary>Probes that look for the answer, run as an assistant: in a trial there is nothing to find, in a plain copy there is plenty.</summary>
public sealed class LeakTests(TinyTarget target)
{
    /// <summary>Where a program lies is seen in a box, so the probes lie where the path says nothing.</summary>
    private static readonly Lazy<string> Copied = new(() =>
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "p-" + RandomNumberGenerator.GetHexString(8, lowercase: true))).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "leak-probes")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return Path.Combine(folder, "all.sh");
    });

    private static string Probes => Copied.Value;

    [Fact]
    public async Task In_a_trial_there_is_nothing_to_find()
    {
        var needle = OriginalLine();
        var probe = new AssistantCatalogue().Create(new("probe", "command")
        {
            Command = [Probes],
            StandardInput = true,
            Environment = new Dictionary<string, string> { ["PROBE_NEEDLE"] = Encoded(needle), ["PROBE_PACKAGE"] = "Tiny" },
        });

        // Twice, so that the second would find what the first has left.
        var report = await TinyTarget.RunAsync(target.Request([probe], bugs: 1, controls: 0, repetitions: 2), TestContext.Current.CancellationToken);

        if (report.Run.Confinement is not { Level: < SandboxLevel.Process })
            Assert.Skip($"There is no sandbox on this machine: {report.Run.Confinement?.Text}");
        report.Trials.Count.ShouldBe(2);
        report.Trials.ShouldAllBe(trial => trial.Observation.Outcome == TrialOutcome.Completed);
        report.Trials.SelectMany(trial => Found(trial.Transcript.FinalText ?? "")).ShouldBeEmpty();
        // A probe that does not run finds nothing either.
        report.Trials.ShouldAllBe(trial => trial.Transcript.FinalText!.Contains("\"explanation\":\"probed\""));
    }

    [Fact]
    public async Task In_a_plain_copy_there_is_plenty()
    {
        var copy = target.Outside("plain copy");
        var token = TestContext.Current.CancellationToken;
        (await ProcessRunner.RunAsync(new("cp", ["-a", target.Path, copy], "/"), token)).Succeeded.ShouldBeTrue();
        var bug = Chosen;
        var source = Path.Combine(copy, bug.Seed.Edits[0].File);
        await File.WriteAllTextAsync(source, await File.ReadAllTextAsync(source, token) + "\n", token);

        var result = await ProcessRunner.RunAsync(
            new(Probes, [], copy)
            {
                Environment = new Dictionary<string, string?> { ["PROBE_NEEDLE"] = Encoded(OriginalLine()), ["PROBE_PACKAGE"] = "Tiny" },
                TimeLimit = TimeSpan.FromMinutes(5),
            },
            token);

        var kinds = Found(result.OutputText).Select(line => line.Split(' ')[1].TrimEnd(':')).ToHashSet();
        kinds.ShouldBeSubsetOf(["original", "history", "times", "leftovers", "packages", "processes", "around", "ways-out"]);
        kinds.ShouldContain("original");
        kinds.ShouldContain("history");
        kinds.ShouldContain("around");
    }

    /// <summary>The bug that a run of one takes.</summary>
    private Bug Chosen => new SeededRandom(1).Shuffled(target.Bank.Bugs)[0];

    private static IEnumerable<string> Found(string text) => text.Split('\n').Where(line => line.StartsWith("FOUND ", StringComparison.Ordinal));

    private static string Encoded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>The line that the bug changes, as it is in the original: nobody may find it.</summary>
    private string OriginalLine()
    {
        var edit = Chosen.Seed.Edits[0];
        var text = File.ReadAllText(Path.Combine(target.Path, edit.File));
        var start = text.LastIndexOf('\n', edit.Start) + 1;
        var end = text.IndexOf('\n', edit.Start + edit.Original.Length);
        return text[start..(end < 0 ? text.Length : end)].Trim();
    }
}
