using System.Text.Json.Nodes;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Targets;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Words;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

/// <summary>The model's closed vocabularies grow; a report that lacks a word would fail on the one run that needs it.</summary>
public sealed class VocabularyTests
{
    private static readonly JsonNode Defs = JsonNode.Parse(JsonReport.Schema)!["$defs"]!;

    [Fact]
    public void Every_case_of_the_model_has_plain_words()
    {
        Words<TrialOutcome>(Titles.Of);
        Words<BugClass>(Titles.Of);
        Words<ProductionTrait>(Titles.Of);
        Words<SetAsideReason>(Titles.Of);
        Words<ClaimVerdict>(Titles.Of);
        Words<EntryKind>(Titles.Of);
        Words<IntervalMethod>(Titles.Of);
        Words<SubjectKind>(Titles.Of);
        Words<HelpLevel>(Titles.Of);
        Words<LookDecision>(Titles.Of);
        Words<SectionEffect>(Titles.Of);
        Words<SectionLabel>(Titles.Of);
        Words<BugStanding>(Titles.Of);
        Words<PeekKind>(Titles.Of);
        Words<Model.Comparisons.ComparisonVerdict>(ComparedWords.Headline);
        Words<Fate>(Fates.Title);
    }

    [Fact]
    public void The_schema_lists_every_case_of_the_model()
    {
        Cases<TrialOutcome>(Defs["trial"]!["properties"]!["outcome"]!["enum"]!);
        Cases<TrialOutcome>(Defs["arm"]!["properties"]!["outcomes"]!["propertyNames"]!["enum"]!);
        Cases<SubjectKind>(Defs["trial"]!["properties"]!["subject"]!["enum"]!);
        Cases<IntervalMethod>(Defs["estimate"]!["properties"]!["method"]!["enum"]!);
        Cases<GradeVerdict>(Defs["grade"]!["properties"]!["verdict"]!["enum"]!);
        Cases<BugClass>(Defs["bank"]!["properties"]!["reached"]!["propertyNames"]!["enum"]!);
        Cases<SectionEffect>(Defs["spec"]!["properties"]!["leftOut"]!["items"]!["properties"]!["sections"]!["items"]!["properties"]!["effect"]!["enum"]!);
        Cases<SectionLabel>(Defs["spec"]!["properties"]!["sections"]!["items"]!["properties"]!["label"]!["enum"]!);
        Cases<SectionRole>(Defs["spec"]!["properties"]!["sections"]!["items"]!["properties"]!["role"]!["enum"]!);
        Cases<BugStanding>(Defs["spec"]!["properties"]!["advice"]!["items"]!["properties"]!["standing"]!["enum"]!);
        Cases<FindingSeverity>(Defs["spec"]!["properties"]!["findings"]!["items"]!["properties"]!["severity"]!["enum"]!);
        Cases<HelpLevel>(Defs["run"]!["properties"]!["briefings"]!["items"]!["properties"]!["help"]!["enum"]!);
    }

    private static void Words<TCase>(Func<TCase, string> words)
        where TCase : struct, Enum => Enum.GetValues<TCase>().Select(words).ShouldBeUnique();

    private static void Cases<TCase>(JsonNode listed)
        where TCase : struct, Enum =>
        listed.AsArray().Select(name => (string)name!).ShouldBe(Enum.GetNames<TCase>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
}
