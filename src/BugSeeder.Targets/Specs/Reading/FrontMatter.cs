using BugSeeder.Model;
using BugSeeder.Model.Specs;
using Markdig.Extensions.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BugSeeder.Specs.Reading;

/// <summary>
/// What a spec's front matter says of its own headings: <c>bugseeder: sections:</c> maps a heading to what it is for.
/// Other front matter is none of ours.
/// </summary>
internal static class FrontMatter
{
    private static readonly Dictionary<string, SectionRole> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["behaviour"] = SectionRole.Behaviour,
        ["behavior"] = SectionRole.Behaviour,
        ["background"] = SectionRole.Background,
        ["non-goals"] = SectionRole.NonGoals,
        ["acceptance"] = SectionRole.Acceptance,
        ["boundaries"] = SectionRole.Boundaries,
    };

    /// <summary>What headings are for, by the heading without numbering and case.</summary>
    /// <exception cref="UserError">The mapping names something that there is not.</exception>
    public static IReadOnlyDictionary<string, SectionRole> Of(MarkdownSource source)
    {
        var found = new Dictionary<string, SectionRole>(StringComparer.Ordinal);
        if (source.Document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is not { } block)
            return found;
        foreach (var (heading, role) in Mapping(source.TextOf(block)))
        {
            found[Title.Normal(heading)] = Roles.TryGetValue(role, out var known)
                ? known
                : throw new UserError($"The front matter of '{source.Path}' says that '{heading}' is for '{role}', which is nothing.", $"Say one of: {string.Join(", ", Roles.Keys.Where(name => name != "behavior"))}.");
        }

        return found;
    }

    private static IEnumerable<(string Heading, string Role)> Mapping(string block)
    {
        try
        {
            var text = string.Join('\n', block.Split('\n').Where(line => line.Trim() is not ("---" or "...")));
            var all = new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>?>(text);
            return all?.GetValueOrDefault("bugseeder") is Dictionary<object, object?> own && own.GetValueOrDefault("sections") is Dictionary<object, object?> sections
                ? sections.Select(entry => ($"{entry.Key}", $"{entry.Value}"))
                : [];
        }
        catch (YamlException)
        {
            // Somebody else's front matter, such as a template's.
            return [];
        }
    }
}
