using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;
using BugSeeder.Scoring;

namespace BugSeeder.Tests.Scoring;

public sealed class TrialScorerTests
{
    private const string Witness = "T::OrderTests.Gone";
    private const string Other = "T::OrderTests.Stays";
    private static readonly Baseline Baseline = new(1, [Witness, Other], []);

    private static TreeVerdict Verdict(bool witnessPasses) =>
        new(TreeOutcome.Tested, [], new Dictionary<string, TestOutcome> { [Witness] = witnessPasses ? TestOutcome.Passed : TestOutcome.Failed, [Other] = TestOutcome.Passed }, new Dictionary<string, string>());

    /// <summary>Says the truth: the witness passes where the bug is undone.</summary>
    private sealed class Build : ITreeJudge
    {
        public int Asked { get; private set; }

        public Task<TreeVerdict> JudgeAsync(SourceTree tree, CancellationToken cancellationToken) => JudgeAnewAsync(tree, cancellationToken);

        public Task<TreeVerdict> JudgeAnewAsync(SourceTree tree, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Verdict(tree.Files[Trial.Product].Text == Trial.Code));
        }
    }

    /// <summary>Says what it is told to, or nothing.</summary>
    private sealed class Fast(bool? witnessPasses) : IFastTests
    {
        public int Asked { get; private set; }

        public Task<(TreeVerdict? Verdict, string Reason)> TryAsync(SourceTree tree, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(witnessPasses is { } passes ? ((TreeVerdict?)Verdict(passes), "only C# sources of known projects differ") : (null, "a project file differs"));
        }
    }

    private static readonly Build Slow = new();

    private static Task<Score> ScoreAsync(IFastTests? fast, Evidence evidence, bool confirmed, ITreeJudge? build = null) =>
        new TrialScorer(build ?? Slow, fast, "everything is judged by the real build", confirmed ? new HashSet<TrialKey> { evidence.Observation.Trial } : [], Trial.TargetCode, Baseline, [])
            .ScoreAsync(evidence, TestContext.Current.CancellationToken);

    private static Evidence Fixed() => Trial.Of(tree => tree.With(Trial.Product, Trial.Original.Files[Trial.Product]), Trial.Claim());

    [Fact]
    public async Task A_fast_verdict_is_used_and_said_to_be_one()
    {
        var build = new Build();

        var score = await ScoreAsync(new Fast(true), Fixed(), confirmed: false, build);

        score.Measures[MeasureId.Fixed].IsYes.ShouldBeTrue();
        score.Judging.ShouldNotBeNull().Route.ShouldBe(JudgingRoute.Fast);
        score.Judging.Confirmed.ShouldBeNull();
        build.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_confirmed_verdict_says_so()
    {
        var score = await ScoreAsync(new Fast(true), Fixed(), confirmed: true);

        score.Judging.ShouldNotBeNull().Route.ShouldBe(JudgingRoute.Fast);
        score.Judging.Confirmed.ShouldBe(true);
        score.Judging.Disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_real_build_says_otherwise_its_verdict_stands_and_the_difference_is_kept()
    {
        var score = await ScoreAsync(new Fast(false), Fixed(), confirmed: true);

        score.Measures[MeasureId.Fixed].IsYes.ShouldBeTrue();
        score.Measures[MeasureId.CleanFix].IsYes.ShouldBeTrue();
        score.Judging.ShouldNotBeNull().Confirmed.ShouldBe(false);
        score.Judging.Route.ShouldBe(JudgingRoute.Build);
        score.Judging.Disagreements.ShouldContain(text => text.StartsWith("Fixed: fast 0", StringComparison.OrdinalIgnoreCase) && text.Contains("real build 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_settled_fast_is_built_and_the_reason_kept()
    {
        var score = await ScoreAsync(new Fast(null), Fixed(), confirmed: true);

        score.Measures[MeasureId.Fixed].IsYes.ShouldBeTrue();
        score.Judging.ShouldBe(score.Judging! with { Route = JudgingRoute.Build, Reason = "a project file differs", Confirmed = null });
    }

    [Fact]
    public async Task Without_a_fast_way_the_reason_is_the_runs()
    {
        var score = await ScoreAsync(null, Fixed(), confirmed: true);

        score.Judging.ShouldNotBeNull().Reason.ShouldBe("everything is judged by the real build");
    }

    [Fact]
    public async Task A_control_needs_neither()
    {
        var build = new Build();
        var fast = new Fast(true);

        var score = await ScoreAsync(fast, Trial.Of(tree => tree, Trial.Claim(), kind: SubjectKind.CleanControl), confirmed: true, build);

        score.Judging.ShouldNotBeNull().Route.ShouldBe(JudgingRoute.Nothing);
        (build.Asked + fast.Asked).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_bytes_are_judged_fast_once()
    {
        var fast = new Fast(true);
        var judge = new FastJudge(Slow, fast);

        await judge.JudgeAsync(Trial.Original, TestContext.Current.CancellationToken);
        await judge.JudgeAsync(Trial.Original, TestContext.Current.CancellationToken);

        fast.Asked.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(40, 4)]
    [InlineData(41, 5)]
    public void A_tenth_is_confirmed_and_the_same_whatever_the_order(int trials, int confirmed)
    {
        var keys = Enumerable.Range(0, trials).Select(number => new TrialKey("a", $"none.b{number:00}", 1)).ToList();

        var sample = ConfirmSample.Of(keys, ConfirmPolicy.Sample, 7);

        sample.Count.ShouldBe(confirmed);
        ConfirmSample.Of(keys.AsEnumerable().Reverse(), ConfirmPolicy.Sample, 7).SetEquals(sample).ShouldBeTrue();
        ConfirmSample.Of(keys, ConfirmPolicy.None, 7).ShouldBeEmpty();
    }
}
