using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace BugSeeder.Execution.Assistants.Reading;

/// <summary>
/// Finds the JSON objects in what a program printed: one a line, several on a line, or one over many lines, with whatever else stands between them.
/// Invalid UTF-8 becomes replacement characters. What is broken or cut off is passed over, and the reading goes on with the next line.
/// </summary>
internal static class JsonValues
{
    /// <summary>How often a value that goes on over lines may be tried for in vain; each try may read all that is left.</summary>
    private const int LongTries = 64;

    private static readonly JsonReaderOptions Reader = new() { MaxDepth = 256 };
    private static readonly JsonDocumentOptions Document = new() { MaxDepth = 256 };

    /// <summary>Hands over every object, in order. Arrays that stand by themselves are handed over item by item.</summary>
    /// <param name="output">What was printed.</param>
    /// <param name="found">Given each object; it must not be kept.</param>
    /// <returns>Whether there was any.</returns>
    public static bool Read(ReadOnlySpan<byte> output, Action<JsonElement> found)
    {
        if (!Utf8.IsValid(output))
            output = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(output));
        var any = false;
        var tries = LongTries;
        while (!output.IsEmpty)
        {
            var end = output.IndexOf((byte)'\n');
            var line = end < 0 ? output : output[..end];
            var taken = TakeAll(line, found);
            var rest = taken + StartOf(line[taken..]);
            // What begins on this line and is not whole on it may go on over the next ones.
            var more = rest >= taken && tries > 0 ? Take(output[rest..], found) : 0;
            tries -= rest >= taken && more == 0 ? 1 : 0;
            any |= taken > 0 || more > 0;
            output = more > 0 ? output[(rest + more)..] : end < 0 ? [] : output[(end + 1)..];
        }

        return any;
    }

    /// <summary>Takes as many whole values as the line begins with, or the one that follows something else.</summary>
    /// <returns>How many bytes of the line they took.</returns>
    private static int TakeAll(ReadOnlySpan<byte> line, Action<JsonElement> found)
    {
        var taken = 0;
        while (StartOf(line[taken..]) is >= 0 and var start && Take(line[(taken + start)..], found) is > 0 and var length)
            taken += start + length;
        if (taken == 0 && StartOf(line) < 0 && line.IndexOf("{\""u8) is >= 0 and var inside && Take(line[inside..], found) is > 0 and var late)
            taken = inside + late;
        return taken;
    }

    /// <summary>Reads one value from the start of the bytes.</summary>
    /// <returns>How many bytes it took; 0 when there is no whole value.</returns>
    private static int Take(ReadOnlySpan<byte> bytes, Action<JsonElement> found)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, Reader);
            if (!reader.Read() || !reader.TrySkip())
                return 0;
            var length = (int)reader.BytesConsumed;
            using var json = JsonDocument.Parse(bytes[..length].ToArray(), Document);
            if (json.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in json.RootElement.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
                    found(item);
            }
            else
            {
                found(json.RootElement);
            }

            return length;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    /// <summary>Where an object or array begins, after white space, a byte order mark or a terminal's colours; far below 0 when something else does.</summary>
    private static int StartOf(ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is (byte)'{' or (byte)'[')
                return i;
            if (line[i] == 0x1B && line[i..].IndexOf((byte)'m') is > 0 and var colour)
                i += colour;
            else if (line[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or 0xEF or 0xBB or 0xBF))
                break;
        }

        return -1 - line.Length;
    }
}
