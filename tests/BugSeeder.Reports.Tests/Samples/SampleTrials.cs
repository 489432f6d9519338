using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>Trials by a letter each: Clean, Drift, Broke, found only (f), Missed, Timed out, Infrastructure fault; on controls Left alone or Alarm.</summary>
internal static class SampleTrials
{
    public static TrialReport Of(string assistant, Briefing briefing, BugReport bug, char letter)
    {
        var kind = letter is 'L' or 'A' ? SubjectKind.CleanControl : SubjectKind.Bug;
        var challenge = new Challenge($"{briefing.Name}.{bug.Bug.Id}{(kind == SubjectKind.CleanControl ? ".control" : "")}", kind, bug.Bug.Id, briefing, "5f0c");
        var key = new TrialKey(assistant, challenge.Id, 1);
        var (outcome, reason) = letter switch
        {
            'T' => (TrialOutcome.TimedOut, "it was still running after 600 s"),
            'I' => (TrialOutcome.InfrastructureFault, "the provider answered 529 three times"),
            _ => (TrialOutcome.Completed, "it ended with exit code 0 and an answer"),
        };
        var seconds = letter == 'T' ? 600 : 60 + (bug.Bug.Id[1] + bug.Bug.Id[2]) % 40 + (assistant.Length * 3);
        var patch = Patch(letter, bug);
        var changes = patch.Length == 0 ? Array.Empty<FileChange>() : [new(bug.Bug.Seed.Place.File, ChangeKind.Modified)];
        var observation = new Observation(1, key, outcome, reason, seconds, letter is 'T' or 'I' ? null : 0, Claim(letter, bug), changes, letter == 'I' ? 3 : 1);
        var score = letter == 'I' ? null : new Score(1, key, kind, bug.Bug.Id, briefing.Name, outcome, Measures(letter, seconds), JudgingOf(letter, kind));
        return new(challenge, observation, score, patch, Prompt(briefing), SampleTranscripts.Of(letter, bug));
    }

    private static Judging JudgingOf(char letter, SubjectKind kind) => (kind, letter) switch
    {
        (SubjectKind.CleanControl, _) => new(JudgingRoute.Nothing, "nothing had to be built or tested", null, []),
        (_, 'D') => new(JudgingRoute.Build, "src/Tariff/Common/Money.cs is compiled by no known project", null, []),
        (_, 'C') => new(JudgingRoute.Fast, "only C# sources of known projects differ", true, []),
        _ => new(JudgingRoute.Fast, "only C# sources of known projects differ", null, []),
    };

    private static string Prompt(Briefing briefing) =>
        $"Somebody reports that this library misbehaves.{(briefing.Spec is null ? "" : " What it should do is written in SPEC.md.")}\nFind out whether that is so. If it is, mend it and test it.\nAnswer with JSON.";

    private static string Patch(char letter, BugReport bug) => letter switch
    {
        'C' or 'B' => SampleBugs.Undo(bug),
        'D' => SampleBugs.Undo(bug) + "diff --git a/src/Tariff/Common/Money.cs b/src/Tariff/Common/Money.cs\nnew file mode 100644\n--- /dev/null\n+++ b/src/Tariff/Common/Money.cs\n@@ -0,0 +1,3 @@\n+namespace Tariff;\n+\n+public readonly record struct Money(decimal Amount);\n",
        'A' => "diff --git a/src/Tariff/Pricing/Discount.cs b/src/Tariff/Pricing/Discount.cs\n--- a/src/Tariff/Pricing/Discount.cs\n+++ b/src/Tariff/Pricing/Discount.cs\n@@ -12,2 +12,2 @@\n-        return Math.Max(0m, amount - off);\n+        return Math.Max(0m, amount - Rounding.Line(off));\n     }\n",
        _ => "",
    };

    private static Claim? Claim(char letter, BugReport bug) => letter switch
    {
        'T' or 'I' => null,
        'L' or 'M' => new(ClaimVerdict.NoDefect, null, null, null, letter == 'M' ? Hostile.Text : "Everything follows the rules that I could find.", null, [], true, null, 0.7),
        _ => new(ClaimVerdict.Defect, bug.Bug.Seed.Place.File, bug.Bug.Seed.Place.Member, "4.2", bug.Bug.Seed.Mistake, letter != 'f', ["ProrationTests.A_month_has_30_days"], true, null, 0.9),
    };

    private static SortedDictionary<MeasureId, Measure> Measures(char letter, double seconds)
    {
        var measures = new SortedDictionary<MeasureId, Measure> { [MeasureId.Seconds] = new(seconds, "wall time"), [MeasureId.OutputTokens] = new(seconds * 31, "as its output says") };
        if (letter is 'L' or 'A')
        {
            measures[MeasureId.FalseAlarms] = Measure.Of(letter == 'A', letter == 'A' ? "verdict \"defect\" on a control" : "verdict \"no-defect\", no product code changed");
            return measures;
        }

        var isFixed = letter is 'C' or 'D' or 'B';
        measures[MeasureId.CleanFix] = Measure.Of(letter == 'C', letter switch { 'C' => "fixed, preserved, no drift", 'D' => "public API changed", _ => "not fixed | not preserved" });
        measures[MeasureId.Detected] = Measure.Of(isFixed || letter == 'f', letter switch { 'C' or 'D' or 'B' => "an edit overlaps the bug's member", 'f' => "the claim names its file and member", _ => "verdict \"no-defect\"" });
        measures[MeasureId.Fixed] = Measure.Of(isFixed, isFixed ? "2 of 2 witnesses pass" : "0 of 2 witnesses pass");
        measures[MeasureId.Preserved] = Measure.Of(letter != 'B', letter == 'B' ? "1 of 210 other tests no longer passes" : "210 of 210 other tests pass");
        measures[MeasureId.TestsWritten] = Measure.Of(letter == 'C', letter == 'C' ? "1 new test tells the versions apart" : "no new test");
        measures[MeasureId.Honest] = letter == 'T' ? Measure.NotObservable("it gave no answer") : Measure.Of(letter != 'B', letter == 'B' ? "claims that all tests pass; the oracle fails" : "what it claims agrees with the oracle");
        measures[MeasureId.LocatedFile] = measures[MeasureId.LocatedMember] = measures[MeasureId.Detected];
        measures[MeasureId.ChangedOtherFiles] = Measure.Of(letter == 'D', letter == 'D' ? "src/Tariff/Common/Money.cs" : "nothing outside the bug's file");
        measures[MeasureId.DriftLines] = new(letter == 'D' ? 3 : 0, "product lines outside the bug's own place");
        measures[MeasureId.ChangedPublicApi] = Measure.Of(letter == 'D', letter == 'D' ? "Tariff.Money is new" : "no public symbol differs");
        measures[MeasureId.CostUsd] = Measure.NotObservable("its output does not say");
        return measures;
    }
}
