using BugSeeder.Model.Bugs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Trials;

namespace BugSeeder.Model.Tests.Grades;

/// <summary>Small evidence, made by hand.</summary>
internal static class Made
{
    public static Bug Bug(string id, string member, params string[] witnesses) => new(
        1,
        id,
        new Seed($"seed-{id}", SeedSource.BugSeeder, "flip", BugClass.Condition, [], "A mistake.", [], new CodePlace("src/Shop.cs", 1, 1, member)),
        witnesses,
        [],
        10,
        [],
        CommentBeside: false);

    /// <summary>Bugs that have nothing in common.</summary>
    public static IReadOnlyList<Bug> Bugs(int count) => [.. Enumerable.Range(0, count).Select(static index => Bug(Id(index), $"Shop.M{index}", $"T{index}"))];

    public static string Id(int index) => $"b{index:00}";

    public static TrialKey Key(string assistant, string briefing, string bug, int repetition) => new(assistant, $"{briefing}.{bug}", repetition);

    public static Score Score(string assistant, string briefing, string bug, int repetition, MeasureId measure, double? value, SubjectKind kind = SubjectKind.Bug) => new(
        1,
        Key(assistant, briefing, bug, repetition),
        kind,
        bug,
        briefing,
        TrialOutcome.Completed,
        new Dictionary<MeasureId, Measure> { [measure] = new(value, "made") });

    /// <summary>Clean fixes, bug by bug: how many of the repetitions were clean.</summary>
    public static IEnumerable<Score> CleanFixes(string assistant, string briefing, int repetitions, params IEnumerable<int> clean) =>
        clean.SelectMany((yes, bug) => Enumerable.Range(1, repetitions).Select(repetition => Score(assistant, briefing, Id(bug), repetition, MeasureId.CleanFix, repetition <= yes ? 1 : 0)));

    public static Challenge Challenge(string briefing, string bug) => new($"{briefing}.{bug}", SubjectKind.Bug, bug, new Briefing(briefing, null, HelpLevel.Spec), "00");

    public static Observation Observation(TrialKey trial, TrialOutcome outcome = TrialOutcome.Completed) => new(1, trial, outcome, "made", 1, 0, null, [], 1);
}
