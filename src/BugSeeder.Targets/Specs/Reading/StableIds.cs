using System.Text.RegularExpressions;
using BugSeeder.Model.Text;

namespace BugSeeder.Specs.Reading;

/// <summary>Gives sections and clauses ids that stay while their words do, each id once in a spec.</summary>
internal sealed partial class StableIds
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>The id of a section: its title, with its parent's before it where that is taken.</summary>
    public string Section(string title, string parent)
    {
        var slug = Title.Slug(title) is { Length: > 0 } own ? own : "preamble";
        return Once(taken.ContainsKey("section " + slug) && parent.Length > 0 ? $"{parent}/{slug}" : slug, "section ", "-");
    }

    /// <summary>The id of a clause that has none: a hash of its text without case, blanks and marks.</summary>
    public string Hashed(string text) => Once("c-" + StableHash.Of(NotWord().Replace(text.ToLowerInvariant(), " ").Trim())[..8], "", "-");

    /// <summary>The id that the spec gives. Given twice, the second is told apart by a number after <c>#</c>.</summary>
    public string Given(string id) => Once(id, "", "#");

    private string Once(string id, string kind, string separator)
    {
        var count = taken[kind + id] = taken.GetValueOrDefault(kind + id) + 1;
        return count == 1 ? id : Once($"{id}{separator}{count}", kind, separator);
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NotWord();
}
