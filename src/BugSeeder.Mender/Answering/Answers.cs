using BugSeeder.Code;
using BugSeeder.Mender.Checking;
using BugSeeder.Mender.Reading;
using BugSeeder.Mender.Repairing;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Mender.Answering;

/// <summary>The answers there are, in words.</summary>
internal static class Answers
{
    /// <summary>Neither the spec nor the prompt has anything that could be tried.</summary>
    public static Answer NothingToTry(SpecChecks stated) =>
        new(ClaimVerdict.Unsure, $"Nothing that I was given states a behaviour in a form that I can try on the code ({stated.Unread.Count} clauses were read).");

    /// <summary>All that could be tried holds.</summary>
    public static Answer NothingFound(SpecChecks stated, Bench bench) =>
        new(ClaimVerdict.NoDefect, $"{bench.Code.Checks.Count} checks taken from the specification hold, and all tests pass. Of {stated.Unread.Count} clauses I could make no check{Refused(bench)}.") { Confidence = 0.5 };

    /// <summary>A departure was found and mended.</summary>
    public static Answer Mended(Bench bench, Departures departures, Patch patch) => new(ClaimVerdict.Defect, Explained(bench, departures) + " With the change all of it holds and every test passes.")
    {
        File = patch.Candidate.File,
        Member = patch.Member,
        Clause = ClauseOf(departures),
        Fixed = true,
        Tests = patch.Test is { } test ? [test.Name] : [],
        TestsRun = true,
        Confidence = 0.9,
    };

    /// <summary>A departure was found and no patch mended it.</summary>
    public static Answer NotMended(Bench bench, Departures departures, Candidate? suspect, Search search) =>
        new(ClaimVerdict.Defect, $"{Explained(bench, departures)} I found no change that mends it: {search.Tried} were tried{(search.IsCutShort ? ", as many as I may" : "")}. The file and member are the most suspicious.")
        {
            File = suspect?.File ?? (departures.Readings is [var read, ..] ? read.Place.File : null),
            Member = suspect is null ? null : MemberNames.At(suspect.File, suspect.Span.Start, bench.Code.Code, CancellationToken.None),
            Clause = ClauseOf(departures),
            Confidence = 0.7,
        };

    /// <summary>Some of what was found is mended; the patch breaks nothing.</summary>
    public static Answer MendedInPart(Bench bench, Departures departures, Departures mended, Patch patch, Search search) =>
        NotMended(bench, mended, patch.Candidate, search) with
        {
            Explanation = $"{Explained(bench, mended)} My change mends that, and every test that passed passes. {departures.Failing.Count + departures.Readings.Count - mended.Failing.Count - mended.Readings.Count} more of what it states does not hold, and I found no change that mends that as well; the code or the specification may be wrong there.",
            Member = patch.Member,
            Tests = patch.Test is { } test ? [test.Name] : [],
            TestsRun = true,
        };

    /// <summary>What fails and what reads otherwise, a line each.</summary>
    public static IEnumerable<string> Lines(Bench bench, Departures departures) => departures.Failing.Select(test =>
    {
        var suite = bench.Suites[test.Suite];
        return $"{bench.Code.Of(suite.Hosted.Tests[test.Test].Class)?.Text ?? suite.Hosted.NameOf(test.Test)}: {suite.Failing[test.Test].ReplaceLineEndings(" ")}";
    }).Concat(departures.Readings.Select(reading => $"{reading.Place.File}: {reading.What} The specification says: {reading.Clause.Text.ReplaceLineEndings(" ")}"));

    private static string Explained(Bench bench, Departures departures) =>
        $"{(departures.Failing.Count + departures.Readings.Count == 1 ? "This does not hold" : $"{departures.Failing.Count + departures.Readings.Count} statements do not hold, such as this")}: {Lines(bench, departures).First()}";

    private static string? ClauseOf(Departures departures) => departures.Checks is [{ Source: var clause } check, ..]
        ? Cited(clause, check.Heading)
        : departures.Readings is [var reading, ..] ? Cited(reading.Clause, reading.Heading) : null;

    private static string Cited(Clause clause, string heading) => $"{(clause.IsGiven ? clause.Id : heading)}: {clause.Text.ReplaceLineEndings(" ")}";

    private static string Refused(Bench bench) => bench.Code.Refused.Count == 0 ? "" : $", and {bench.Code.Refused.Count} checks do not compile against the code";
}
