using BugSeeder.Model.Grades;
using BugSeeder.Model.Specs;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>A spec of the sample's library with hostile text in it, and what is known of it.</summary>
internal static class SampleSpec
{
    private const string Text = """
        # Tariff

        ## Proration

        - **PRO-1** A month must have 30 days. <script>alert('spec')</script> [click](javascript:alert(1)) ![pixel](https://example.org/p.png) <https://example.org/auto>

        ## Rounding

        - **RND-1** Halves must be rounded away from zero.

        ```csharp
        Rounding.Line(2.345m) // => 2.35m
        ```
        """;

    public static SpecReading Reading { get; } = SpecReading.Of(
        new(1, "spec", Spec, Trace, new("docs/tariff.md", 3, [new("vague-term", FindingSeverity.Warning, "'<b>soon</b>' can mean anything.", "Say when.", Place("- **PRO-1**"), "proration", "PRO-1")], new Dictionary<string, string>())),
        [.. SampleBugs.All.Select(bug => bug.Bug)], SampleBugs.All.Select((bug, at) => (bug.Bug.Id, Rate: at % 2 == 0 ? 1.0 : 0.0)).ToDictionary(pair => pair.Id, pair => pair.Rate, StringComparer.Ordinal),
        SampleBugs.All.Select(bug => bug.Bug.Id).ToHashSet(StringComparer.Ordinal));

    /// <summary>The same after a run that left sections out, with a bug whose test the spec quotes.</summary>
    public static SpecReading LeftOut { get; } = Reading with
    {
        Quoted = new([SampleBugs.All[0].Bug.Id], Share.Of(1, 6), [new("claude", "spec", new(0.1, -0.05, 0.25, 5, IntervalMethod.RobustPaired), GradeVerdict.Ungraded, "")]),
        Ablations =
        [
            new(
                "claude", 80, 96, 6,
                [
                    new("proration", SectionEffect.Helps, 0.42, 0.12, 0.61, 0.004, null, 5),
                    new("rounding", SectionEffect.Redundant, 0.02, -0.1, 0.14, 0.03, "proration", 2),
                ],
                new(-0.4, -0.7, -0.1, 5, IntervalMethod.NewcombePaired), [SampleBugs.All[2].Bug.Id]),
        ],
    };

    private static Spec Spec
    {
        get
        {
            var rounding = Section("rounding", "Rounding", "## Rounding", null, [new("RND-1", true, ClauseKind.Requirement, "", "Halves must be rounded away from zero.", Place("- **RND-1**"))]);
            var proration = Section("proration", "Proration", "## Proration", "## Rounding", [new("PRO-1", true, ClauseKind.Requirement, "", "A month must have 30 days.", Place("- **PRO-1**"))]);
            var title = new Section("tariff", "Tariff", 1, SectionRole.Behaviour, new("SPEC.md", 1, 1, 13, 0, Text.Length), [], [proration, rounding]);
            return new("docs/tariff.md", [new("SPEC.md", SpecFormat.Headings, Text)], [title], []);
        }
    }

    private static Trace Trace => new(
        1, "0.1.0", Spec.Hash, "tree", "bank", [], [],
        [.. SampleBugs.All.Select((bug, at) => BugTrace.Of(bug.Bug.Id, at == 5 ? [] : [new("PRO-1", "proration", bug.Bug.Id, 0.9, [new(TraceTier.Value, 0.85, "states 30")])]))],
        ["Tariff.Proration.Yearly"]);

    private static Section Section(string id, string title, string from, string? to, IReadOnlyList<Clause> clauses)
    {
        var start = Text.IndexOf(from, StringComparison.Ordinal);
        var end = to is null ? Text.Length : Text.IndexOf(to, StringComparison.Ordinal);
        return new(id, title, 2, SectionRole.Behaviour, new SpecFile("SPEC.md", SpecFormat.Headings, Text).Place(start, end - start), clauses, []);
    }

    private static SpecPlace Place(string text) => new SpecFile("SPEC.md", SpecFormat.Headings, Text).Place(Text.IndexOf(text, StringComparison.Ordinal), text.Length);
}
