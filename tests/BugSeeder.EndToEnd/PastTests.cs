using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Processes;
using BugSeeder.Model.Bugs;
using BugSeeder.Pipeline;
using BugSeeder.Storage;

namespace BugSeeder.EndToEnd;

public sealed class PastTests
{
    private const string Message = "Fix orders that just reach the free shipping, closes #7";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The tiny target once shipped an order of exactly fifty for money; a commit mended it. The bank holds that fault, and a combination.</summary>
    [Fact]
    public async Task What_people_mended_once_is_a_bug_again_and_what_tests_notice_is_combined()
    {
        var folder = Directory.CreateTempSubdirectory("past ");
        try
        {
            var target = await RepositoryAsync(folder.FullName);
            var mix = new Mix("arithmetic", new Dictionary<BugClass, int> { [BugClass.Arithmetic] = 100 }) { Shapes = new Dictionary<BugShape, int> { [BugShape.OneHunk] = 50, [BugShape.SeveralHunks] = 50 } };

            var bank = await SeedPipeline.RunAsync(
                new(target, new TargetSettings(), "past", 2, 3, mix, [SeedSource.BugSeeder, SeedSource.Stryker, SeedSource.History], 100, KeepComments: true, 40, 2, Force: false, Fresh: false), new Silent(), Cancel);

            bank.Bank.History.ShouldNotBeNull().Fixes.ShouldBe(1);
            var past = bank.Bugs.Single(bug => bug.Seed.Source == SeedSource.History);
            past.Seed.Provenance.ShouldBe(new(await GitAsync(target, "rev-parse", "HEAD"), Message));
            past.Seed.Place.Member.ShouldBe("Tiny.Shipping.Fee");
            past.Witnesses.ShouldHaveSingleItem().ShouldContain("total: 50");
            var combined = bank.Bugs.Single(bug => bug.Seed.Source == SeedSource.Combination);
            (combined.Seed.Shape, combined.Seed.Place.Member, combined.Seed.Parts!.Count).ShouldBe((BugShape.SeveralHunks, "Tiny.Order.Total", 2));
            bank.Bugs.ShouldAllBe(bug => bug.Difficulty!.Value > 0 && bug.Difficulty.Value < 1);
            BugBank.StatisticsOf(target, bank).All.Judged.ShouldBe(bank.Bank.Judged);
            await NothingTellsOfThePastAsync(target, bank);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task NothingTellsOfThePastAsync(string target, StoredBank bank)
    {
        var copy = target + " copied";
        var assistant = TinyTarget.Script("copier", "mkdir -p \"$COPY\"; cp -a . \"$COPY/$$\"; cat > \"$COPY/$$/prompt.txt\"; git log --format=%B >> \"$COPY/$$/prompt.txt\"", ("COPY", copy));
        await TinyTarget.RunAsync(
            new(target, new TargetSettings(), bank.Name, [assistant], [], [], [], 2, 0, 1, 1, new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 1 << 20, null, null), 2) { Confinement = TinyTarget.Open }, Cancel);

        var files = Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).ToList();
        files.Count(file => Path.GetFileName(file) == "prompt.txt").ShouldBe(2);
        var commit = bank.Bugs.Single(bug => bug.Seed.Provenance is not null).Seed.Provenance!.Commit;
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file, Cancel);
            text.ShouldNotContain("closes #7", Case.Insensitive, file);
            text.ShouldNotContain(commit[..7], Case.Insensitive, file);
        }
    }

    private static async Task<string> RepositoryAsync(string folder)
    {
        var target = Path.Combine(folder, "Tiny");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "tiny"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "tiny"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var (product, tests) = (Path.Combine(target, "src", "Tiny", "Shipping.cs"), Path.Combine(target, "tests", "Tiny.Tests", "ShippingTests.cs"));
        var (right, complete) = (await File.ReadAllTextAsync(product, Cancel), await File.ReadAllTextAsync(tests, Cancel));
        await File.WriteAllTextAsync(product, right.Replace(">= 50", "> 50", StringComparison.Ordinal), Cancel);
        await File.WriteAllTextAsync(tests, complete.Replace("    [InlineData(50, 0)]\n", "", StringComparison.Ordinal), Cancel);
        await GitAsync(target, "init", "-q");
        await CommitAsync(target, "Start");
        await File.WriteAllTextAsync(product, right, Cancel);
        await File.WriteAllTextAsync(tests, complete, Cancel);
        await CommitAsync(target, Message);
        return target;
    }

    private static async Task CommitAsync(string target, string message)
    {
        await GitAsync(target, "add", "-A");
        await GitAsync(target, "-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-q", "-m", message);
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new("git", arguments, folder) { TimeLimit = TimeSpan.FromMinutes(1) }, Cancel);
        result.Succeeded.ShouldBeTrue(result.ErrorText);
        return result.OutputText.Trim();
    }
}
