using System.Text;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;
using BugSeeder.Storage;
using BugSeeder.Tests.Scoring;

namespace BugSeeder.Tests.Storage;

public sealed class StorageTests
{
    private static readonly Bank Bank = new()
    {
        SchemaVersion = 1,
        ToolVersion = "1",
        Target = new("t", null, false, "hash"),
        SeedNumber = 1,
        Mix = "even",
        Requested = 2,
        Proposed = 3,
        Judged = 3,
        KeepsComments = true,
        Baseline = new(3, ["T::A"], []),
        Reached = new SortedDictionary<BugClass, int> { [BugClass.Condition] = 1 },
        Bugs = [Trial.Bug.Id],
    };

    private static readonly SeedRecord[] Seeds = [new(1, SeedVerdict.Bug, "proven", Trial.Bug.Seed)];

    [Fact]
    public void A_bank_comes_back_as_it_was_written_with_the_same_hash_each_time()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bank");
        BankFolder.Write(path, Bank, Seeds, [(Trial.Bug, "p", "f")]);

        var read = BankFolder.Read(path);
        BankFolder.Write(path, Bank, Seeds, [(Trial.Bug, "p", "f")]);

        Json.ToText(read.Bank).ShouldBe(Json.ToText(Bank));
        Json.ToText(read.Bugs.ShouldHaveSingleItem()).ShouldBe(Json.ToText(Trial.Bug));
        Json.ToText(BankFolder.ReadSeeds(path)).ShouldBe(Json.ToText(Seeds));
        BankFolder.Read(path).Hash.ShouldBe(read.Hash);
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
        BankFolder.Write(path, Bank, Seeds, [(Trial.Bug, "q", "f")]);
        BankFolder.Read(path).Hash.ShouldNotBe(read.Hash);
    }

    [Theory]
    [InlineData("bank.json", null)]
    [InlineData("bank.json", "{")]
    [InlineData("bank.json", "{}")]
    [InlineData("bank.json", "null")]
    [InlineData("bugs/b01-abcdef/bug.json", null)]
    [InlineData("bugs/b01-abcdef/bug.json", "[]")]
    public void A_damaged_bank_is_the_users_to_mend(string file, string? text)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("bank");
        BankFolder.Write(path, Bank, Seeds, [(Trial.Bug, "p", "f")]);
        File.Delete(Path.Combine(path, file));
        if (text is not null)
            File.WriteAllText(Path.Combine(path, file), text);

        Should.Throw<UserError>(() => BankFolder.Read(path)).Message.ShouldContain(file);
    }

    [Fact]
    public void Damaged_seeds_are_the_users_to_mend()
    {
        using var folder = new TemporaryFolder();
        folder.Write("seeds.jsonl", "{");

        Should.Throw<UserError>(() => BankFolder.ReadSeeds(folder.Path));
    }

    [Fact]
    public void A_bug_is_found_by_an_unambiguous_beginning()
    {
        var bank = new StoredBank("bank", "h", Bank, [Trial.Bug with { Id = "b01-a" }, Trial.Bug with { Id = "b01-ab" }, Trial.Bug with { Id = "b02-a" }]);

        bank.Find("b02").Id.ShouldBe("b02-a");
        bank.Find("b01-a").Id.ShouldBe("b01-a");
        Should.Throw<UserError>(() => bank.Find("b01"));
        Should.Throw<UserError>(() => bank.Find("x"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public void A_cut_off_proof_is_as_if_it_had_not_been_written(int lost)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("p/proofs.jsonl");
        using (var journal = new ProofJournal(path))
        {
            journal.Add(Proof("a"));
            journal.Add(Proof("b"));
        }

        var text = File.ReadAllText(path);
        File.WriteAllText(path, text[..^lost]);
        using (var journal = new ProofJournal(path))
        {
            journal.Find("a")!.Witnesses.ShouldBe(["T::ä"]);
            (journal.Find("b") is null).ShouldBe(lost > 1);
            journal.Add(Proof("b"));
            journal.Add(Proof("c"));
        }

        using (var again = new ProofJournal(path))
            again.Count.ShouldBe(3);
        File.ReadAllLines(path).ShouldAllBe(line => Json.Read<ProofLine>(line).Seed.Length == 1);
    }

    [Fact]
    public async Task Proofs_are_added_side_by_side()
    {
        using var folder = new TemporaryFolder();
        using (var journal = new ProofJournal(folder.File("proofs.jsonl")))
            await Parallel.ForAsync(0, 100, TestContext.Current.CancellationToken, (number, _) => { journal.Add(Proof($"{number}")); return ValueTask.CompletedTask; });

        using var again = new ProofJournal(folder.File("proofs.jsonl"));
        again.Count.ShouldBe(100);
    }

    [Fact]
    public async Task Trials_are_stored_side_by_side_and_come_back_in_the_order_of_their_names()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.Path);

        await Parallel.ForAsync(1, 41, TestContext.Current.CancellationToken, (number, _) => { run.Store(Report(number), Run); return ValueTask.CompletedTask; });

        run.Finished.ShouldBeEmpty();
        run.ReadTrials().Select(trial => trial.Observation.Trial.ToString()).ShouldBe(Enumerable.Range(1, 40).Select(number => $"a.c.{number}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_cut_off_line_does_not_swallow_the_next()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.Path);
        run.Store(Report(1), Run);
        File.AppendAllText(folder.File("trials.jsonl"), "{\"trial\":\"a.c.2\",\"outc");

        run.Store(Report(3), Run);

        run.ReadTrials().Select(trial => trial.Observation.Trial.Repetition).ShouldBe([1, 3]);
    }

    [Fact]
    public void A_run_or_trial_that_is_not_whole_is_the_users_to_mend()
    {
        using var folder = new TemporaryFolder();
        var run = new RunFolder(folder.Path);
        Should.Throw<UserError>(run.Read);
        folder.Write("run.json", "{}");
        Should.Throw<UserError>(run.Read);
        run.Store(Report(1), Run);
        File.Delete(folder.File("trials/a.c.1/challenge.json"));
        Should.Throw<UserError>(run.ReadTrials).Message.ShouldContain("a.c.1");
    }

    [Fact]
    public void The_store_names_only_what_is_whole_and_hides_what_is_not_to_be_committed()
    {
        using var folder = new TemporaryFolder();
        var store = new TargetStore(folder.Path);
        store.Banks.ShouldBeEmpty();
        store.Create();
        folder.Write(".bugseeder/banks/b/bank.json", "{}");
        folder.Write(".bugseeder/banks/a/bank.json", "{}");
        folder.Folder(".bugseeder/banks/half.new");

        store.Banks.ShouldBe(["a", "b"]);
        File.ReadAllText(folder.File(".bugseeder/.gitignore")).ShouldBe("runs/\nproofs/\ntraces/\n");
    }

    private static readonly AssistantRun Run = new(TrialOutcome.Completed, "", 0, TimeSpan.Zero, [1], Encoding.UTF8.GetBytes("e"), Transcript.OfText("x"));

    private static TrialReport Report(int number) => new(
        new("c", SubjectKind.Bug, "b", Briefing.None, "h"), new(1, new("a", "c", number), TrialOutcome.Completed, "", 1, 0, null, [], 1), null, "patch", "prompt", Transcript.OfText("x"));

    private static ProofLine Proof(string seed) => new(seed, SeedVerdict.Bug, "reason", ["T::ä"], [""], []);
}
