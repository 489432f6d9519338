using System.Text.RegularExpressions;

namespace BugSeeder.Specs.Reading;

/// <summary>Headings as they are compared and named.</summary>
internal static partial class Title
{
    /// <summary>Without numbering, marks and case.</summary>
    public static string Normal(string heading) => NotWord().Replace(Plain(heading).ToLowerInvariant(), " ").Trim();

    /// <summary>Without numbering and marks, as it is shown.</summary>
    public static string Plain(string heading) => Number().Replace(Mark().Replace(heading, "").Trim(), "").Trim();

    /// <summary>A short name for a heading, as web pages use for links.</summary>
    public static string Slug(string heading) => Normal(heading).Replace(' ', '-') is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, 60)].TrimEnd('-') : "";

    [GeneratedRegex(@"[`*_]|\(mandatory\)|<!--.*?-->", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(§\s*)?\d+(\.\d+)*[.)]?\s+")]
    private static partial Regex Number();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotWord();
}
