using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace BugSeeder.Configuration;

/// <summary>
/// What people write in YAML, as it is meant. A key with nothing behind it, as it is left when everything under it is commented out, reads as null there
/// and means what a missing key means.
/// </summary>
internal static partial class Written
{
    public static List<string> List(List<string>? items) => [.. (items ?? []).OfType<string>()];

    public static Dictionary<string, T> Map<T>(Dictionary<string, T>? entries, Func<string, T> empty)
        where T : class =>
        (entries ?? []).ToDictionary(entry => entry.Key, entry => (T?)entry.Value ?? empty(entry.Key), StringComparer.Ordinal);

    /// <summary>What is wrong, without the names of our own types.</summary>
    public static string Reason(YamlException problem)
    {
        var reason = problem.InnerException is { } inner and not YamlException ? inner.Message : problem.Message;
        if (UnknownKey().Match(reason) is { Success: true } unknown)
            return $"There is no key '{unknown.Groups["key"].Value}' here.";
        return WrongKind().IsMatch(reason) ? "The value is of another kind than is expected here: a single value, a list, or keys with values." : reason;
    }

    [GeneratedRegex("^Property '(?<key>.*)' not found on type", RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownKey();

    [GeneratedRegex("^(Invalid cast from|No node deserializer was able)", RegexOptions.ExplicitCapture)]
    private static partial Regex WrongKind();
}
