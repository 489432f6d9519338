using System.Text.Json;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>Reads fields of other people's JSON: what is absent or of another kind is null, and nothing throws.</summary>
internal static class JsonFields
{
    extension(JsonElement json)
    {
        /// <summary>A field; an undefined element when there is none.</summary>
        public JsonElement Field(string name) =>
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

        /// <summary>A field that is a string.</summary>
        public string? Text(string name) => json.Field(name).AsText();

        /// <summary>A field that is a whole number.</summary>
        public long? Number(string name) => json.Field(name) switch
        {
            { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
            // Some languages print whole numbers as 1000.0 or 1e3.
            { ValueKind: JsonValueKind.Number } value when value.TryGetDecimal(out var exact) && exact == decimal.Truncate(exact) && Math.Abs(exact) < long.MaxValue => (long)exact,
            _ => null,
        };

        /// <summary>A field that is an amount of money, which is never below zero.</summary>
        public decimal? Money(string name) =>
            json.Field(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && number >= 0 ? number : null;

        /// <summary>Whether a field is true; false when it is anything else.</summary>
        public bool Flag(string name) => json.Field(name).ValueKind == JsonValueKind.True;

        /// <summary>The elements of a field that is an array; none when it is not.</summary>
        public IEnumerable<JsonElement> Items(string name) =>
            json.Field(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

        /// <summary>The string; null when it is not one.</summary>
        public string? AsText()
        {
            if (json.ValueKind != JsonValueKind.String)
                return null;
            try
            {
                return json.GetString();
            }
            catch (InvalidOperationException)
            {
                // JavaScript cuts strings between the halves of a surrogate pair; the rest of the text is still worth having.
                return json.GetRawText().Trim('"');
            }
        }
    }
}
