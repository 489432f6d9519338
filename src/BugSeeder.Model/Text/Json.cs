using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BugSeeder.Model.Text;

/// <summary>The one way records become JSON: camel case, enums by name, no nulls invented, no escapes that a reader stumbles over.</summary>
public static class Json
{
    /// <summary>The version that stored records carry.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Line = Options(indented: false);
    private static readonly JsonSerializerOptions Indented = Options(indented: true);

    /// <summary>One line, for JSON Lines files.</summary>
    public static string ToLine<T>(T value) => JsonSerializer.Serialize(value, Line);

    /// <summary>Indented, with a last line end, for files that people read.</summary>
    public static string ToText<T>(T value) => JsonSerializer.Serialize(value, Indented) + "\n";

    /// <summary>Reads a record back.</summary>
    /// <exception cref="JsonException">The text is not this record.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Line) ?? throw new JsonException("The text is JSON null.");

    private static JsonSerializerOptions Options(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
