using System.Text;
using System.Text.Json;

namespace BugSeeder.Model.Trials;

/// <summary>Finds the final JSON answer in whatever text an assistant ended with. What cannot be read is null; nothing is guessed.</summary>
public static class ClaimReader
{
    /// <summary>The answer stands last, so of a longer text only the end is searched.</summary>
    private const int SearchedBytes = 1024 * 1024;

    /// <summary>Every object that breaks off costs an exception, and one that breaks off late a reading of the rest, so both are counted.</summary>
    private const int Attempts = 4000;

    private const int Readings = 16;

    private static readonly JsonReaderOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The last JSON object with a <c>verdict</c>, fenced or not; <see langword="null"/> when there is none.</summary>
    public static Claim? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var bytes = Encoding.UTF8.GetBytes(text.Length > SearchedBytes ? text[^SearchedBytes..] : text);
        var budget = (long)Readings * bytes.Length;
        var free = 0;
        Claim? last = null;
        foreach (var start in Starts(bytes))
        {
            if (start < free)
                continue;
            // The rest is unread, so what was found may not be the last.
            if (budget < 0)
                return null;
            var found = TryObject(bytes.AsSpan(start), out var length);
            budget -= length;
            if (found is null)
                continue;
            last = found;
            // An object without a verdict may hold the one that has it; one with a verdict is taken whole.
            free = start + length;
        }

        return last;
    }

    /// <summary>Where an object may begin: a brace before a name or a comment. Where there are too many, only the last ones.</summary>
    private static IEnumerable<int> Starts(byte[] bytes)
    {
        var starts = new List<int>();
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '{' && bytes.AsSpan(i + 1).TrimStart(" \t\r\n"u8) is [(byte)'"' or (byte)'/', ..])
                starts.Add(i);
        }

        return starts.Skip(starts.Count - Attempts);
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
