using BugSeeder.Execution.Sandboxes;
using BugSeeder.Model.Trials;
using BugSeeder.Storage;

namespace BugSeeder.EndToEnd;

/// <summary>Assistants that want to harm the machine, tamely and in a box: each is contained, classed and cleaned up after, and the run goes on.</summary>
public sealed class HarmfulAssistantTests(TinyTarget target)
{
    /// <summary>A time to sleep that nobody else sleeps, by which what was left behind is found.</summary>
    private const string Forever = "31416.5";

    private const string Deaf = "trap '' TERM INT HUP QUIT PIPE; ";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_harms_the_machine_is_contained_classed_and_cleaned_up_after()
    {
        await SkipWithoutWallAsync();
        var tool = AppContext.BaseDirectory;
        var (store, before) = (Path.Combine(target.Path, ".bugseeder"), Inventory(Path.Combine(target.Path, ".bugseeder", "banks")));
        var cases = new Dictionary<string, (TrialOutcome Outcome, string Script)>(StringComparer.Ordinal)
        {
            ["forker"] = (TrialOutcome.TimedOut, $"bomb() {{ if [ $1 -lt 12 ]; then bomb $(($1 + 1)) & bomb $(($1 + 1)) & fi; exec sleep {Forever}; }}; bomb 0"),
            ["talker"] = (TrialOutcome.OverBudget, "yes 'Passed!  - Failed: 0' | head -c 200M"),
            ["filler"] = (TrialOutcome.OverBudget, "for i in $(seq 400); do head -c 1M /dev/zero > f$i; sleep 0.02; done"),
            ["leaver"] = (TrialOutcome.NoChange, $"(setsid env -i sh -c \"{Deaf} while :; do sleep {Forever}; done\" > /dev/null 2>&1 &); echo done"),
            ["deaf"] = (TrialOutcome.TimedOut, $"{Deaf} setsid sh -c \"{Deaf} sleep {Forever}\" & while :; do :; done"),
            ["meddler"] = (TrialOutcome.NoChange, "for f in \"$STORE\" \"$TOOL\" /packages /usr/bin /opt /proc/1/root; do echo x > \"$f/meddled\"; done; rm -rf \"$STORE\" 2>&1; find / -name run.json -o -name bank.json 2>/dev/null | head -3; echo done"),
        };
        var assistants = cases.Select(one => TinyTarget.Script(one.Key, one.Value.Script, ("STORE", store), ("TOOL", tool))).ToList();
        var request = target.Request(assistants, bugs: 1, controls: 0) with
        {
            Limits = new(TimeSpan.FromSeconds(8), TimeSpan.FromMinutes(1), 1 << 20, null, null),
            Confinement = new() { Limits = new() { Processes = 100, Disk = 32 << 20 } },
        };

        var report = await TinyTarget.RunAsync(request, Cancel);

        report.Trials.ToDictionary(trial => trial.Observation.Trial.Assistant, trial => trial.Observation.Outcome).ShouldBe(cases.ToDictionary(one => one.Key, one => one.Value.Outcome), ignoreOrder: true);
        report.Trials.ShouldAllBe(trial => trial.Score != null);
        report.Trials.Single(trial => trial.Observation.Trial.Assistant == "meddler").Transcript.FinalText.ShouldNotBeNull().ShouldNotContain(".json");
        Processes().Where(line => line.Contains(Forever, StringComparison.Ordinal)).ShouldBeEmpty();
        File.Exists(Path.Combine(tool, "meddled")).ShouldBeFalse();
        Inventory(Path.Combine(store, "banks")).ShouldBe(before);
        BankFolder.Read(target.Store.Bank("bank")).Hash.ShouldBe(target.Bank.Hash);
    }

    private static async Task SkipWithoutWallAsync()
    {
        // The box's user must get through, which it does not in a folder that is its maker's alone.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"w-{Guid.NewGuid():N}"));
        var sandbox = await Sandbox.FindAsync(Path.Combine(folder.FullName, "s"), Cancel);
        folder.Delete(recursive: true);
        Assert.SkipUnless(sandbox.Hides, $"There is no sandbox on this machine. {sandbox.Remedy}");
    }

    private static IReadOnlyList<string> Inventory(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => $"{file} {new FileInfo(file).Length} {File.GetLastWriteTimeUtc(file):O}")];

    private static IEnumerable<string> Processes()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0])))
        {
            var line = "";
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                // It has ended.
            }

            yield return line;
        }
    }
}
