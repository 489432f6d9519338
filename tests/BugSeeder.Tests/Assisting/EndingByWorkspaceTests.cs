using BugSeeder.Assisting;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model.Trials;

namespace BugSeeder.Tests.Assisting;

/// <summary>What an assistant says about its end is put right by what it did.</summary>
public sealed class EndingByWorkspaceTests
{
    private static readonly Claim Fixed = new(ClaimVerdict.Defect, null, null, null, null, true, null, null, null, null);
    private static readonly Claim Nothing = Fixed with { Verdict = ClaimVerdict.NoDefect, Fixed = false };
    private static readonly Claim Asking = Fixed with { Verdict = ClaimVerdict.Unsure, Fixed = false, Question = "Which limit?" };

    [Fact]
    public void Whoever_claims_a_fix_and_changed_nothing_ended_in_no_change() => Of(TrialOutcome.Completed, changed: false, Fixed).ShouldBe(TrialOutcome.NoChange);

    [Fact]
    public void Whoever_says_that_nothing_is_wrong_and_changed_nothing_is_done() => Of(TrialOutcome.Completed, changed: false, Nothing).ShouldBe(TrialOutcome.Completed);

    [Fact]
    public void Whoever_asks_and_changed_nothing_has_asked() => Of(TrialOutcome.NoChange, changed: false, Asking).ShouldBe(TrialOutcome.Asked);

    [Fact]
    public void Without_a_claim_a_question_at_the_end_is_one() => Of(TrialOutcome.Completed, changed: false, null, "Shall I go on?").ShouldBe(TrialOutcome.Asked);

    [Theory]
    [InlineData(TrialOutcome.NoChange)]
    [InlineData(TrialOutcome.PermissionDenied)]
    [InlineData(TrialOutcome.Asked)]
    public void Whoever_changed_files_found_a_way(TrialOutcome said) => Of(said, changed: true, Fixed).ShouldBe(TrialOutcome.Completed);

    [Theory]
    [InlineData(TrialOutcome.TimedOut)]
    [InlineData(TrialOutcome.TurnLimit)]
    [InlineData(TrialOutcome.RateLimited)]
    [InlineData(TrialOutcome.Crashed)]
    public void Other_ends_stay_what_they_are(TrialOutcome said)
    {
        Of(said, changed: true, Fixed).ShouldBe(said);
        Of(said, changed: false, null).ShouldBe(said);
    }

    private static TrialOutcome Of(TrialOutcome outcome, bool changed, Claim? claim, string? final = null) =>
        TrialRunner.ByWorkspace(new AssistantRun(outcome, "", 0, TimeSpan.Zero, [], [], Transcript.OfText(final)), changed, claim).Outcome;
}
