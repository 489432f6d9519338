using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Specs;

namespace BugSeeder.Reports.Json;

internal sealed record SpecPart(
    string Briefing,
    string Name,
    string Hash,
    int Stated,
    int Implied,
    int Unspecified,
    QuotedPart Quoted,
    IReadOnlyList<SectionPart> Sections,
    IReadOnlyList<AdvicePart> Advice,
    BlindSpotsPart BlindSpots,
    IReadOnlyList<LeftOutPart> LeftOut,
    IReadOnlyList<FindingPart> Findings);

internal sealed record QuotedPart(SharePart Share, IReadOnlyList<string> Bugs, IReadOnlyList<QuotedLiftPart> LiftWithout);

internal sealed record QuotedLiftPart(string Assistant, EstimatePart CleanFix);

internal sealed record SharePart(int Yes, int N, double? Low, double? High);

internal sealed record SectionPart(string Id, string Title, string File, int Line, SectionRole Role, SectionLabel Label, SharePart Caught, IReadOnlyList<SectionBugPart> Bugs);

internal sealed record SectionBugPart(string Bug, BugStanding Standing, bool? Caught, IReadOnlyList<string> Clauses);

internal sealed record AdvicePart(string Member, string Behaviour, IReadOnlyList<string> Bugs, BugStanding Standing, string? Section, string Sentence, int Weight);

internal sealed record BlindSpotsPart(
    IReadOnlyList<KindPart> Kinds,
    int BugsWithoutClause,
    IReadOnlyList<string> OpenBugsWithoutClause,
    IReadOnlyList<string> MembersNeverMentioned,
    IReadOnlyList<string> ClausesWithoutBug,
    IReadOnlyList<string> ClausesWithoutTest);

internal sealed record KindPart(string Section, BugClass Class, int Bugs);

internal sealed record LeftOutPart(string Assistant, int Trials, int Planned, int Bugs, IReadOnlyList<EffectPart> Sections, EstimatePart WithoutClause, int NotMeasured, IReadOnlyList<string> OpenNotMeasured);

internal sealed record EffectPart(string Section, SectionEffect Effect, double? Points, double? Low, double? High, double P, string? SameAs, int Bugs);

internal sealed record FindingPart(string Rule, FindingSeverity Severity, string File, int Line, int Column, string Message, string Section, string? Clause);
