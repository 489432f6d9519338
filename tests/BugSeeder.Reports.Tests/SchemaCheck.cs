using System.Text.Json.Nodes;

namespace BugSeeder.Reports.Tests;

/// <summary>As much of JSON Schema as the report's schema uses. A keyword it does not know is a fault, so the schema cannot outgrow it unnoticed.</summary>
internal static class SchemaCheck
{
    private static readonly HashSet<string> Known =
        ["$schema", "$defs", "title", "description", "format", "type", "const", "enum", "minimum", "properties", "required", "additionalProperties", "propertyNames", "items", "$ref"];

    public static IEnumerable<string> Faults(JsonNode schema, JsonNode? value) => At(schema.AsObject(), schema, value, "$");

    private static IEnumerable<string> At(JsonObject rule, JsonNode root, JsonNode? value, string path)
    {
        if ((string?)rule["$ref"] is { } reference)
            rule = root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
        var faults = rule.Where(keyword => !Known.Contains(keyword.Key)).Select(keyword => $"{path}: unknown keyword {keyword.Key}").ToList();
        if (rule["type"] is { } type && !Types(type).Any(name => Is(name, value)))
            return [.. faults, $"{path} is not {type.ToJsonString()}"];
        if (rule["const"] is { } only && !JsonNode.DeepEquals(only, value))
            faults.Add($"{path} is not {only.ToJsonString()}");
        if (rule["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            faults.Add($"{path} is none of its values");
        if (rule["minimum"] is { } minimum && value is not null && value.GetValue<double>() < minimum.GetValue<double>())
            faults.Add($"{path} is under {minimum}");
        return value switch
        {
            JsonObject item => faults.Concat(Members(rule, root, item, path)),
            JsonArray list when rule["items"] is JsonObject items => faults.Concat(list.SelectMany((item, at) => At(items, root, item, $"{path}[{at}]"))),
            _ => faults,
        };
    }

    private static IEnumerable<string> Members(JsonObject rule, JsonNode root, JsonObject item, string path)
    {
        var missing = (rule["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !item.ContainsKey(name)).Select(name => $"{path}.{name} is missing");
        var names = rule["propertyNames"]?["enum"]?.AsArray().Select(name => (string)name!).ToList();
        return missing.Concat(item.SelectMany(member => rule["properties"]?[member.Key] switch
        {
            JsonObject known => At(known, root, member.Value, $"{path}.{member.Key}"),
            _ when rule["additionalProperties"] is JsonObject any && names?.Contains(member.Key) != false => At(any, root, member.Value, $"{path}.{member.Key}"),
            _ => [$"{path}.{member.Key} is not documented"],
        }));
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(name => (string)name!) : [(string)type!];

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "integer" => value is JsonValue && value.GetValueKind() == System.Text.Json.JsonValueKind.Number && value.AsValue().TryGetValue<long>(out _),
        _ => type == (value?.GetValueKind() switch
        {
            null => "null",
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => "number",
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            _ => "other",
        }),
    };
}
