using System.Text;
using System.Text.Json;

namespace BugSeeder.Model.Trials;

/// <summary>Finds the final JSON answer in whatever text an assistant ended with. What cannot be read is null; nothing is guessed.</summary>
public static class ClaimReader
{
    /// <summary>The answer stands last, so of a longer text only the end is searched.</summary>
    private const int SearchedBytes = 1024 * 1024;

    /// <summary>Objects that break off late would make the search quadratic, so it stops after this many readings of the whole.</summary>
    private const int Readings = 16;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The last JSON object with a <c>verdict</c>, fenced or not; <see langword="null"/> when there is none.</summary>
    public static Claim? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bytes = Encoding.UTF8.GetBytes(text.Length > SearchedBytes ? text[^SearchedBytes..] : text);
        var budget = (long)Readings * bytes.Length;
        Claim? last = null;
        for (var at = Next(bytes, 0); at >= 0 && budget > 0;)
        {
            var found = TryObject(bytes.AsSpan(at), out var length);
            budget -= length;
            if (found is not null)
                last = found;
            // An object without a verdict may hold the one that has it; one with a verdict is taken whole.
            at = Next(bytes, at + (found is null ? 1 : length));
        }

        return last;
    }

    private static int Next(byte[] bytes, int from)
    {
        var offset = bytes.AsSpan(from).IndexOf((byte)'{');
        return offset < 0 ? -1 : from + offset;
    }

    private static Claim? TryObject(ReadOnlySpan<byte> bytes, out int length)
    {
        if (!TryMeasure(bytes, out length))
            return null;
        var reader = new Utf8JsonReader(bytes[..length], Lenient);
        using var json = JsonDocument.ParseValue(ref reader);
        return ClaimFields.Read(json.RootElement);
    }

    /// <summary>How far the object goes, or how far it could be read before it broke.</summary>
    private static bool TryMeasure(ReadOnlySpan<byte> bytes, out int length)
    {
        var reader = new Utf8JsonReader(bytes, Lenient);
        try
        {
            reader.Read();
            reader.Skip();
            length = (int)reader.BytesConsumed;
            return true;
        }
        catch (JsonException)
        {
            length = (int)reader.BytesConsumed + 1;
            return false;
        }
    }
}
