using BugSeeder.Model.Bugs;
using BugSeeder.Proving;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting.Tests;

public sealed class ScreeningTests(TrapTarget target)
{
    private const string Ordinary = "Traps/Ordinary.cs";
    private const string Statics = "Traps/Statics.cs";
    private const string Shapes = "Traps/Shapes.cs";
    private const string FillMemory = "var all = new List<byte[]>(); while (true) { var more = new byte[1 << 24]; Array.Fill(more, (byte)1); all.Add(more); }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_framework_is_reached_by_its_own_door_and_the_way_is_said()
    {
        target.Routes.ShouldAllBe(route => route.Suite != null && route.Suite.Deaf.Count == 0, string.Join('\n', target.Routes));
        target.Routes.Select(route => (route.Project.Name, route.Suite!.Kind)).Order()
            .ShouldBe([("M", HostKind.Adapter), ("N", HostKind.NUnit), ("X2", HostKind.Xunit2), ("X3", HostKind.Xunit3)]);
        target.Routes.ShouldAllBe(route => route.ToString().Contains("in a warm worker", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X3")]
    [InlineData("N")]
    [InlineData("M")]
    public async Task In_every_framework_a_verdict_is_right_and_so_is_the_one_behind_a_hang(string project)
    {
        var found = await ScreenAsync(project,
            target.Plant(Ordinary, "number > 0", "number >= 0"),
            target.Plant(Ordinary, "i++", "i += 0"),
            target.Plant(Ordinary, "\"other\"", "\"another\""),
            target.Plant(Ordinary, "var i = 1", "var i = 0"),
            target.Plant(Ordinary, "number + 3", "number + 4"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Killed, ScreenVerdict.TimedOut, ScreenVerdict.Killed, ScreenVerdict.Survived, ScreenVerdict.NotCovered]);
        found[0].Witnesses.ShouldHaveSingleItem().ShouldStartWith($"{project}::{project}.OrdinaryTests.Sign_is_told");
        found[2].Witnesses.ShouldBe(found[0].Witnesses);
    }

    [Theory]
    [InlineData("i++", "i += 0", ScreenVerdict.TimedOut)]
    [InlineData("Depth(count - 1)", "Depth(count)", ScreenVerdict.Crashed)]
    [InlineData("return 1;", "Environment.Exit(0); return 1;", ScreenVerdict.Crashed)]
    [InlineData("return 1;", "new Thread(() => { while (true) { } }) { IsBackground = true }.Start(); return 1;", ScreenVerdict.Survived)]
    [InlineData("return 1;", "new Thread(() => throw new InvalidOperationException()).Start(); Thread.Sleep(200); return 1;", ScreenVerdict.Crashed)]
    public async Task What_a_mutant_does_to_its_process_is_its_own_verdict_and_nobody_elses(string original, string replacement, ScreenVerdict verdict)
    {
        var found = await ScreenAsync("X2",
            target.Plant(Ordinary, "number > 0", "number >= 0"),
            target.Plant(Ordinary, original, replacement),
            target.Plant(Ordinary, "\"other\"", "\"another\""),
            target.Plant(Ordinary, "var i = 1", "var i = 0"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Killed, verdict, ScreenVerdict.Killed, ScreenVerdict.Survived]);
    }

    /// <summary>Which limit it meets first, memory or CPU time, depends on how fast the machine hands out memory.</summary>
    [Fact]
    public async Task A_mutant_that_fills_the_memory_meets_a_limit_and_harms_nobody_else()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Ordinary, "number > 0", "number >= 0"),
            target.Plant(Ordinary, "return 1;", FillMemory),
            target.Plant(Ordinary, "\"other\"", "\"another\""),
            target.Plant(Ordinary, "var i = 1", "var i = 0"));

        found[1].Verdict.ShouldBeOneOf(ScreenVerdict.OutOfMemory, ScreenVerdict.TimedOut);
        found.Where((_, place) => place != 1).Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Killed, ScreenVerdict.Killed, ScreenVerdict.Survived]);
    }

    [Fact]
    public async Task What_runs_once_in_a_process_or_lives_on_in_others_is_judged_in_a_fresh_one()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Statics, "number + 1", "number - 1"),
            target.Plant(Statics, "step = 2", "step = 3"),
            target.Plant(Statics, "number * number", "number + number"),
            target.Plant("Terms/Terms.cs", "Standard = 20", "Standard = 21"),
            target.Plant("Terms/Terms.cs", "amount = 5", "amount = 9"),
            target.Plant(Shapes, "item.Size + 0", "item.Size * -1"),
            target.Plant(Shapes, "text.Length * 2", "text.Length * 3"));

        found.ShouldAllBe(screening => screening.Verdict == ScreenVerdict.Killed && screening.Tier == ScreenTier.Cold, Text(found));
        found[3].Witnesses.ShouldBe(["X2::X2.OrdinaryTests.A_bill_is_right", "X2::X2.OrdinaryTests.A_rate_is_twenty"]);
        found[4].Witnesses.ShouldBe(["X2::X2.OrdinaryTests.A_default_is_five"]);
    }

    /// <summary>Two fields start in one static constructor, so one delta has to hold both.</summary>
    [Fact]
    public async Task What_two_static_fields_start_with_is_judged_at_once()
    {
        var offset = target.Plant(Statics, "Initial(5)", "Initial(6)");
        var step = target.Plant(Statics, "step = 2", "step = 3");
        var found = await ScreenAsync("X2", offset with { Id = "both", Edits = [.. offset.Edits, .. step.Edits] }, offset, step, target.Plant(Statics, "Initial(5)", "Initial(2 + 3)"));

        found[0].Witnesses.ShouldBe(found[1].Witnesses.Concat(found[2].Witnesses).Order(StringComparer.Ordinal));
        found[1].Witnesses.ShouldHaveSingleItem().ShouldNotBe(found[2].Witnesses.ShouldHaveSingleItem());
        found[3].Verdict.ShouldBe(ScreenVerdict.Equivalent, Text(found));
    }

    [Fact]
    public async Task Bodies_of_every_kind_are_judged_by_deltas()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Shapes, "number + 1", "number - 1"),
            target.Plant(Shapes, "i + 10", "i + 11"),
            target.Plant(Shapes, "items.Count() * 2", "items.Count() * 3"),
            target.Plant("Terms/Terms.cs", "amount / 2", "amount / 3"),
            target.Plant(Ordinary, "amount * Rates.Standard", "amount + Rates.Standard"));

        found.ShouldAllBe(screening => screening.Verdict == ScreenVerdict.Killed && screening.Tier == ScreenTier.Warm, Text(found));
    }

    [Fact]
    public async Task Closures_of_generic_methods_are_judged_by_deltas()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Shapes, "read.Size + 1", "read.Size + 2"),
            target.Plant(Shapes, "next(read.Item)(text)", "next(read.Item)(\"\")"),
            target.Plant(Shapes, "read.Size + 1", "read.Size - 1"),
            target.Plant(Shapes, "read.Size + 1", "1 + read.Size"));

        found.Take(3).ShouldAllBe(screening => screening.Verdict == ScreenVerdict.Killed && screening.Tier == ScreenTier.Warm, Text(found));
        found[3].Verdict.ShouldBe(ScreenVerdict.Survived, Text(found));
    }

    /// <summary>Where a generic method was left alone for a while, the compiler does not find the closures that an earlier delta gave it, and crashes when it should empty them.</summary>
    [Fact]
    public void Closures_of_a_generic_method_take_deltas_again_and_again()
    {
        var host = target.With("X2");
        var project = host.Emitter.Products.Single(product => product.Trees.ContainsKey($"src/{Shapes}"));
        var session = new DeltaSession(project, host.BuiltImage(host.Suites[0], project));
        Seed[] seeds =
        [
            target.Plant(Shapes, "read.Size + 1", "read.Size + 2"),
            target.Plant(Ordinary, "number > 0", "number >= 0"),
            target.Plant(Ordinary, "2 * number", "3 * number"),
            target.Plant(Shapes, "read.Size + 1", "read.Size - 1"),
        ];

        foreach (var edit in seeds.Select(seed => seed.Edits[0]))
        {
            var body = new BodyKey(edit.File, new MethodBodies(project.Trees[edit.File].GetRoot(Cancel)).Holding(new(edit.Start, edit.Original.Length))!.Value);
            var (delta, problem) = session.MoveTo(project.WithEdits([edit]), [body], Cancel);

            problem.ShouldBeNull(edit.Replacement);
            delta.ShouldNotBeNull(edit.Replacement);
        }
    }

    /// <summary>Such a test reports results under other names than its own, and was once never run in a warm worker.</summary>
    [Fact]
    public async Task A_test_whose_rows_are_learnt_by_running_it_notices_what_it_runs()
    {
        var found = await ScreenAsync("X2", target.Plant(Ordinary, "2 * number", "3 * number"));

        var screening = found.ShouldHaveSingleItem();
        (screening.Verdict, screening.Tier).ShouldBe((ScreenVerdict.Killed, ScreenTier.Warm), Text(found));
        screening.Witnesses.Count.ShouldBe(2, "one of each row");
        screening.Witnesses.ShouldAllBe(witness => witness.StartsWith("X2::X2.RowTests.Rows_are_doubled", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mutant_that_leaves_something_behind_does_not_kill_the_next()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Statics, "number + step", "number + ++step"),
            target.Plant(Statics, "number + step", "step + number"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Killed, ScreenVerdict.Survived]);
    }

    /// <summary>No check of the original sees what the first leaves behind, and the second alone is noticed by nobody.</summary>
    [Fact]
    public async Task A_mutant_that_leaves_what_the_original_bears_with_does_not_kill_the_next()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Statics, "return level;", "return level--;"),
            target.Plant(Statics, "level < 0", "level < -5"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Survived, ScreenVerdict.Survived], Text(found));
    }

    /// <summary>
    /// In a warm worker all desks are lent when a mutant comes: one takes a desk behind the last, and one lends the same thing twice. In a process that has
    /// them from the beginning neither happens. The last lends the same thing everywhere.
    /// </summary>
    [Fact]
    public async Task A_state_that_a_mutant_would_not_have_let_come_about_kills_nobody()
    {
        var found = await ScreenAsync("X2",
            target.Plant("Traps/Pool.cs", "next < desks.Length", "!(next < desks.Length)"),
            target.Plant("Traps/Pool.cs", "?? new object()", "?? Desks"),
            target.Plant("Traps/Pool.cs", "Desks.Next() ?? new object()", "Desks"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Survived, ScreenVerdict.Survived, ScreenVerdict.Killed], Text(found));
        found[2].Tier.ShouldBe(ScreenTier.Cold);
    }

    /// <summary>The only test that comes near it fails where the one before it was not run, with the mutant and without.</summary>
    [Fact]
    public async Task A_test_that_stands_on_another_kills_nobody_by_itself()
    {
        var found = await ScreenAsync("N",
            target.Plant("Traps/Steps.cs", "number > 5", "number >= 5"),
            target.Plant("Traps/Steps.cs", "number + 0", "number + 1"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Survived, ScreenVerdict.Killed], Text(found));
        found[1].Witnesses.ShouldHaveSingleItem().ShouldContain("Second_step");
    }

    /// <summary>The first leads its tests to the second, which they come near on no other way. Tried at once, they fail for the second's sake.</summary>
    [Fact]
    public async Task Of_two_that_are_tried_at_once_each_has_its_own_verdict()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Ordinary, "amount * Rates.Standard", "Doubled(amount * Rates.Standard) / 2"),
            target.Plant(Ordinary, "2 * number", "3 * number"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.Survived, ScreenVerdict.Killed], Text(found));
        found[1].Witnesses.ShouldAllBe(witness => witness.StartsWith("X2::X2.RowTests", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_only_those_near_what_left_something_behind_need_a_process_of_their_own()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Statics, "number + step", "number + ++step"),
            target.Plant(Ordinary, "number > 0", "number >= 0"),
            target.Plant(Ordinary, "\"other\"", "\"another\""),
            target.Plant(Ordinary, "amount * Rates.Standard", "amount + Rates.Standard"),
            target.Plant(Ordinary, "2 * number", "3 * number"),
            target.Plant(Ordinary, "return 1;", "return 2;"),
            target.Plant(Shapes, "number + 1", "number - 1"),
            target.Plant(Shapes, "items.Count() * 2", "items.Count() * 3"),
            target.Plant("Terms/Terms.cs", "amount / 2", "amount / 3"));

        found.ShouldAllBe(screening => screening.Verdict == ScreenVerdict.Killed, Text(found));
        found[0].Tier.ShouldBe(ScreenTier.Cold);
        found.Count(screening => screening.Tier == ScreenTier.Warm).ShouldBeGreaterThanOrEqualTo(4, Text(found));
    }

    [Fact]
    public async Task What_the_compiler_can_tell_needs_no_test()
    {
        var found = await ScreenAsync("X2",
            target.Plant(Ordinary, "number > 0", "number > missing"),
            target.Plant("Terms/Terms.cs", "Standard = 20", "Standard = missing"),
            target.Plant(Ordinary, "total += i", "total = total + i"));

        found.Select(screening => screening.Verdict).ShouldBe([ScreenVerdict.DoesNotCompile, ScreenVerdict.DoesNotCompile, ScreenVerdict.Equivalent]);
    }

    [Fact]
    public async Task A_change_in_two_projects_at_once_is_judged_whole()
    {
        var bill = target.Plant(Ordinary, "amount * Rates.Standard", "Rates.Reduced(amount)");
        var reduced = target.Plant("Terms/Terms.cs", "amount / 2", "amount * 20");
        Seed both = reduced with { Id = "both", Edits = [.. bill.Edits, .. reduced.Edits] };

        var found = await ScreenAsync("X2", both, bill);

        // Together they give the right bill, and only the default's test notices.
        found[0].Witnesses.ShouldBe(["X2::X2.OrdinaryTests.A_default_is_five"]);
        found[1].Witnesses.ShouldBe(["X2::X2.OrdinaryTests.A_bill_is_right"]);
    }

    /// <summary>In memory neither is run again, and no test would notice what the real build's tests do.</summary>
    [Theory]
    [InlineData("Writer/Writer.cs", "7", "8", "a step of the build")]
    [InlineData("Maker/Maker.cs", "{Chosen.Number()}", "{Chosen.Number() + 1}", "a source generator")]
    public async Task What_the_build_itself_runs_is_left_to_the_real_build(string file, string original, string replacement, string reason)
    {
        var seed = target.Plant(file, original, replacement);

        var screening = (await ScreenAsync("X2", seed)).ShouldHaveSingleItem();
        var tree = BugSeeder.Code.Edits.Apply(target.Judge.Original, seed.Edits);

        screening.Verdict.ShouldBe(ScreenVerdict.Unsettled);
        screening.Reason.ShouldContain(reason);
        (await target.With("X2").TestAsync(tree, lane: 0, Cancel)).ShouldBeNull();
        (await target.Judge.JudgeAsync(tree, Cancel)).Tests.Values.ShouldContain(BugSeeder.Model.Targets.TestOutcome.Failed);
    }

    [Fact]
    public async Task A_whole_tree_gets_the_verdict_that_the_real_build_gives()
    {
        var seed = target.Plant("Terms/Terms.cs", "Standard = 20", "Standard = 21");
        var tree = BugSeeder.Code.Edits.Apply(target.Judge.Original, seed.Edits);

        var hosted = await target.With("X2").TestAsync(tree, lane: 0, Cancel);
        var real = await target.Judge.JudgeAsync(tree, Cancel);

        hosted.ShouldNotBeNull().Outcome.ShouldBe(real.Outcome);
        hosted.Tests.ShouldBe(real.Tests.Where(test => test.Key.StartsWith("X2::", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Fact]
    public async Task A_whole_tree_may_have_fewer_tests()
    {
        const string File = "tests/X2/TrapTests.cs";
        var text = target.Judge.Original.Files[File].Text!;
        var tree = target.Judge.Original.WithText(File, text.Remove(text.LastIndexOf("[Fact]", StringComparison.Ordinal), "[Fact]".Length));

        var hosted = await target.With("X2").TestAsync(tree, lane: 0, Cancel);

        hosted.ShouldNotBeNull().Outcome.ShouldBe(BugSeeder.Model.Targets.TreeOutcome.Tested);
        target.With("X2").Suites[0].Trusted.Except(hosted.Tests.Keys).ShouldHaveSingleItem();
    }

    /// <summary>In screening each test has the process to itself, so that what is measured is its own; what scores a trial is the nearest thing to a real run.</summary>
    [Theory]
    [InlineData("X2")]
    [InlineData("X3")]
    [InlineData("N")]
    [InlineData("M")]
    public async Task A_whole_tree_is_tested_side_by_side_so_that_a_race_shows(string project)
    {
        Assert.SkipUnless(Environment.ProcessorCount > 1, "Nothing runs side by side on one core.");

        var screened = await ScreenAsync(project, Waiting(centiseconds: 50));
        // A busy machine may be long in coming to the second test; it is waited for no longer than it takes.
        var whole = await target.With(project).TestAsync(BugSeeder.Code.Edits.Apply(target.Judge.Original, Waiting(centiseconds: 600).Edits), lane: 0, Cancel);

        screened.ShouldHaveSingleItem().Verdict.ShouldBe(ScreenVerdict.Survived, Text(screened));
        whole.ShouldNotBeNull().Failures.Keys.ShouldContain(test => test.Contains("MeetingTests", StringComparison.Ordinal));
        whole.Tests.Keys.ShouldBe(target.With(project).Suites[0].Trusted, ignoreOrder: true);
    }

    [Fact]
    public async Task A_worker_that_is_killed_leaves_no_pipe_or_socket_behind()
    {
        var host = target.With("X2");
        var before = TimeProvider.System.GetUtcNow().UtcDateTime;
        var worker = await host.StartAsync(host.Suites[0], host.WarmPlaces[0], Cancel);
        var process = worker.ProcessId;

        await worker.DisposeAsync();

        Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"*-{process}-*").Where(left => File.GetLastWriteTimeUtc(left) >= before).ShouldBeEmpty();
    }

    /// <summary>Who is there waits for another, and fails if one comes.</summary>
    private Seed Waiting(int centiseconds) => target.Plant("Traps/Meeting.cs", "return true;",
        $"if (Interlocked.Increment(ref Inside) > 1) HasMet = true; for (var i = 0; i < {centiseconds} && !HasMet; i++) Thread.Sleep(10); Interlocked.Decrement(ref Inside); return !HasMet;");

    private Task<IReadOnlyList<Screening>> ScreenAsync(string project, params Seed[] seeds) => target.ScreenAsync(project, seeds, Cancel);

    private static string Text(IEnumerable<Screening> found) => string.Join('\n', found.Select(screening => $"{screening.Seed.Edits[0].Replacement}: {screening.Verdict} {screening.Tier} {screening.Reason}"));
}
