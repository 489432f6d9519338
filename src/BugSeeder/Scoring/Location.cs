using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Model.Scores;

namespace BugSeeder.Scoring;

/// <summary>Whether the assistant pointed at the bug: by its edits, by its claim, or by a test.</summary>
internal static partial class Location
{
    public static void Add(Evidence evidence, ItsTests tests, SortedDictionary<MeasureId, Measure> measures)
    {
        var places = evidence.Prepared.Bug.Seed.AllPlaces;
        var blocks = evidence.Changed[PathKind.Product]
            .SelectMany(path => Diff.Blocks(TextOf(evidence.Prepared.Tree, path), TextOf(evidence.Harvested, path)).Select(block => (Path: path, block.DeleteStartA, block.DeleteCountA)))
            .ToList();
        var editsFile = evidence.Changed[PathKind.Product].Any(evidence.Place.Files.Contains);
        var editsMember = blocks.Exists(block => evidence.Place.IsMember(block.Path, block.DeleteStartA, block.DeleteCountA));
        var editsLine = blocks.Exists(block => evidence.Place.IsLine(block.Path, block.DeleteStartA, block.DeleteCountA));
        var namesFile = places.Any(place => NamesFile(evidence.Claim?.File, place.File));
        var namesMember = places.Any(place => NamesMember(evidence.Claim?.Member, place.Member));
        measures[MeasureId.LocatedFile] = Measure.Of(editsFile || namesFile, Reason(editsFile, namesFile, "the bug's file"));
        measures[MeasureId.LocatedMember] = Measure.Of(editsMember || namesMember, Reason(editsMember, namesMember, "the bug's member"));
        measures[MeasureId.LocatedLine] = Measure.Of(editsLine, editsLine ? "an edit overlaps the bug's lines" : "no edit overlaps the bug's lines");
        measures[MeasureId.Detected] = Detected(evidence, editsMember, places.Any(place => NamesFile(evidence.Claim?.File, place.File) && NamesMember(evidence.Claim?.Member, place.Member)), tests);
    }

    private static Measure Detected(Evidence evidence, bool editsMember, bool namesPlace, ItsTests tests)
    {
        if (!evidence.SaysDefect)
            return Measure.Of(false, evidence.Claim is null ? "it gave no answer that can be read" : "its verdict is not \"defect\"");
        var (found, reason) = (editsMember, namesPlace, tests.Detecting.Count > 0) switch
        {
            (true, _, _) => (true, "an edit overlaps the bug's member"),
            (_, true, _) => (true, "the claim names the bug's file and member"),
            (_, _, true) => (true, $"a new or changed test shows it: {tests.Detecting[0]}"),
            _ => (false, "its verdict is \"defect\", but nothing points at the bug"),
        };
        return Measure.Of(found, reason);
    }

    private static string Reason(bool edits, bool names, string what) => edits ? $"an edit overlaps {what}" : names ? $"the claim names {what}" : $"nothing points at {what}";

    private static bool NamesFile(string? claimed, string file) =>
        claimed is { Length: > 0 } && ("/" + LineNumber().Replace(claimed, "").Replace('\\', '/').TrimStart('.', '/')) is var suffix
        && (("/" + file).EndsWith(suffix, StringComparison.OrdinalIgnoreCase) || suffix.EndsWith("/" + file, StringComparison.OrdinalIgnoreCase));

    /// <summary>Members are named with or without their namespace, their type and their parameters.</summary>
    private static bool NamesMember(string? claimed, string member)
    {
        if (claimed is not { Length: > 0 } || member.Length == 0)
            return false;
        // A constructor has the name of its type.
        var type = member.Split('.') is [.., var last, var own] && last == own ? own : "ctor";
        var words = TypeArguments().Replace(claimed, "").Split('(', '[')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Whoever names everything has named nothing.
        return words.Length <= 3 && Array.Exists(words, word =>
            word.Trim('`', '.').Replace("::", ".", StringComparison.Ordinal).Replace('#', '.').Replace("..ctor", $".{type}", StringComparison.Ordinal) is { Length: > 0 } name
            && ("." + member).EndsWith("." + (name == "ctor" ? type : name), StringComparison.Ordinal));
    }

    [GeneratedRegex(@"<([^<>()]|<[^<>()]*>)*>", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeArguments();

    [GeneratedRegex(@"(:\d+(-\d+)?)+$|#L\d+.*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LineNumber();

    private static string TextOf(Execution.Trees.SourceTree tree, string path) => tree.Files.GetValueOrDefault(path)?.Text ?? "";
}
