using System.Globalization;
using System.Text.Json;

namespace BugSeeder.Model.Trials;

/// <summary>Reads the fields of a claim in the forms in which models write them. A form that says nothing for certain is null.</summary>
internal static class ClaimFields
{
    /// <summary>The claim in this object; <see langword="null"/> when it has no <c>verdict</c>.</summary>
    public static Claim? Read(JsonElement json)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (Name(property) is { } name)
                fields[name] = property.Value;
        }

        JsonElement Field(string name) => fields.GetValueOrDefault(name);
        return fields.TryGetValue("verdict", out var verdict)
            ? new(
                Verdict(verdict),
                Words(Field("file")),
                Words(Field("member")),
                Words(Field("clause")),
                Words(Field("explanation")),
                Truth(Field("fixed")),
                List(Field("tests")),
                Truth(Field("testsrun")),
                Words(Field("question")),
                Share(Field("confidence")))
            : null;
    }

    private static ClaimVerdict? Verdict(JsonElement value) => Plain(Words(value)) switch
    {
        "defect" => ClaimVerdict.Defect,
        "nodefect" or "none" => ClaimVerdict.NoDefect,
        "unsure" => ClaimVerdict.Unsure,
        _ => null,
    };

    private static bool? Truth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => Plain(Words(value)) switch
        {
            "true" or "yes" => true,
            "false" or "no" => false,
            _ => null,
        },
    };

    private static List<string>? List(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [.. value.EnumerateArray().Select(Words).OfType<string>()],
        _ => Words(value) is { } one ? [one] : null,
    };

    /// <summary>A share from 0 to 1, or a percentage: <c>0.8</c>, <c>"0.8"</c>, <c>80</c> and <c>"80%"</c> are the same.</summary>
    private static double? Share(JsonElement value)
    {
        if (Words(value) is not { } text)
            return null;
        var percent = text.EndsWith('%');
        if (!double.TryParse(text.TrimEnd('%', ' '), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;
        var share = percent || number > 1 ? number / 100 : number;
        return share is >= 0 and <= 1 ? share : null;
    }

    private static string? Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: JSON in form, but no text.
            return null;
        }
    }

    private static string? Name(JsonProperty property)
    {
        try
        {
            return Plain(property.Name);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Without the differences of case and of word separators.</summary>
    private static string? Plain(string? text) => text is null
        ? null
        : string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
