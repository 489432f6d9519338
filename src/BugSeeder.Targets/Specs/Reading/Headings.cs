using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;

namespace BugSeeder.Specs.Reading;

/// <summary>The headings that a format knows, what they are for, and which others nearly match them.</summary>
internal static partial class Headings
{
    private static readonly Dictionary<string, SectionRole> Common = new(StringComparer.Ordinal)
    {
        ["non goals"] = SectionRole.NonGoals,
        ["nongoals"] = SectionRole.NonGoals,
        ["out of scope"] = SectionRole.NonGoals,
        ["not in scope"] = SectionRole.NonGoals,
        ["exclusions"] = SectionRole.NonGoals,
        ["acceptance criteria"] = SectionRole.Acceptance,
        ["success criteria"] = SectionRole.Acceptance,
        ["definition of done"] = SectionRole.Acceptance,
        ["measurable outcomes"] = SectionRole.Acceptance,
        ["boundaries"] = SectionRole.Boundaries,
        ["boundaries of change"] = SectionRole.Boundaries,
        ["purpose"] = SectionRole.Background,
        ["introduction"] = SectionRole.Background,
        ["overview"] = SectionRole.Background,
        ["background"] = SectionRole.Background,
        ["motivation"] = SectionRole.Background,
        ["glossary"] = SectionRole.Background,
        ["terminology"] = SectionRole.Background,
        ["definitions"] = SectionRole.Background,
        ["references"] = SectionRole.Background,
        ["table of contents"] = SectionRole.Background,
        ["key entities"] = SectionRole.Background,
    };

    private static readonly string[] SpecKit = ["User Scenarios & Testing", "Edge Cases", "Requirements", "Functional Requirements", "Key Entities", "Success Criteria", "Measurable Outcomes"];

    private static readonly string[] OpenSpec = ["Purpose", "Requirements", "ADDED Requirements", "MODIFIED Requirements", "REMOVED Requirements", "RENAMED Requirements"];

    /// <summary>What a heading is for, and what it was probably meant to be called where it nearly matches.</summary>
    public static (SectionRole? Role, string? Meant) Of(string title, SpecFormat format)
    {
        var normal = Title.Normal(title);
        if (RoleOf(normal) is { } known)
            return (known, null);
        string[] names = [.. Common.Keys, .. Named(format).Select(Title.Normal)];
        if (normal.Length < 6 || names.Contains(normal) || names.Contains(normal + "s"))
            return (null, null);
        var nearest = names.Where(name => name.Length >= 6).OrderBy(name => EditDistance.Of(normal, name)).First();
        return EditDistance.Of(normal, nearest) <= (nearest.Length >= 10 ? 2 : 1) ? (RoleOf(nearest), nearest) : (null, null);
    }

    /// <summary>A requirement or scenario that is a heading, by OpenSpec's rules or nearly so; what is off, if something is.</summary>
    public static (ClauseKind Kind, string Title, string? Problem)? OpenSpecClause(string heading, int level)
    {
        var match = ClauseHeading().Match(heading);
        if (!match.Success)
            return null;
        var isScenario = char.ToLowerInvariant(match.Groups["word"].Value[0]) == 's';
        var (word, right) = isScenario ? ("Scenario", 4) : ("Requirement", 3);
        var problem = match.Groups["word"].Value != word ? $"the word is '{word}'"
            : !match.Groups["mark"].Value.StartsWith(':') ? $"a colon belongs after '{word}'"
            : level != right ? $"it is a heading of level {right}, not {level}" : null;
        return (isScenario ? ClauseKind.Scenario : ClauseKind.Requirement, match.Groups["title"].Value.Trim(), problem);
    }

    private static SectionRole? RoleOf(string normal) =>
        Common.TryGetValue(normal, out var role) || Common.TryGetValue(normal + "s", out role) ? role
        : normal.StartsWith("non goals ", StringComparison.Ordinal) || normal.StartsWith("out of scope ", StringComparison.Ordinal) ? SectionRole.NonGoals : null;

    private static string[] Named(SpecFormat format) => format switch
    {
        SpecFormat.SpecKit => SpecKit,
        SpecFormat.OpenSpec => OpenSpec,
        SpecFormat.Headings or SpecFormat.Instructions => [],
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
    };

    [GeneratedRegex(@"^(?<word>req(?:[a-z]{0,3}[iu]?[a-z]{0,3}ments?)?|scen[ae][a-z]{0,2}ios?)(?<mark>\s*[:.\-–—]\s*|\s+(?=\d))(?<title>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex ClauseHeading();
}
