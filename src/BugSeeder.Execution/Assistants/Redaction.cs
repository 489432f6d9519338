using System.Buffers;
using System.Text;

namespace BugSeeder.Execution.Assistants;

/// <summary>
/// Takes secrets out of what an assistant printed, before anybody parses or stores it: its shell sees our API keys, and it may print them.
/// It knows a secret as the value of an environment variable whose name says so: as it stands, as JSON or a URL would escape it, and in base64.
/// A secret that is encoded in another way is not found.
/// </summary>
public sealed class Redaction
{
    /// <summary>Shorter values would take ordinary words out of every output.</summary>
    private const int ShortestSecret = 8;

    private const int ShortestKey = 16;

    private static readonly byte[] Mark = "[redacted]"u8.ToArray();
    private static readonly string[] TellingNames = ["KEY", "TOKEN", "SECRET", "PASSWORD"];

    private readonly byte[][] secrets;

    /// <summary>Redacts the secrets among these variables.</summary>
    public Redaction(params IEnumerable<KeyValuePair<string, string?>> environment)
    {
        secrets =
        [
            .. environment.SelectMany(Secrets)
                .Where(secret => secret.Length >= ShortestSecret)
                .SelectMany(SecretForms.Of)
                .Where(form => form.Length >= ShortestSecret)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(secret => secret.Length)
                .Select(Encoding.UTF8.GetBytes),
        ];
    }

    /// <summary>Redacts the secrets of our own environment and of what is added to it for the assistant.</summary>
    public static Redaction Of(IReadOnlyDictionary<string, string> added) => new(
        Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value))
            .Concat(added.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))));

    /// <summary>The bytes without the secrets.</summary>
    public byte[] Apply(byte[] bytes)
    {
        foreach (var secret in secrets)
            bytes = Without(bytes, secret);
        return bytes;
    }

    /// <summary>
    /// The bytes without any longer piece of a secret. It also takes away what only looks like one, so it is for output in which a secret is known to be
    /// that no single place shows, such as one that is printed in pieces.
    /// </summary>
    public byte[] ApplyToPieces(byte[] bytes)
    {
        var pieces = secrets.SelectMany(secret => Enumerable.Range(0, secret.Length - ShortestSecret + 1).Select(at => BitConverter.ToUInt64(secret, at))).ToHashSet();
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        var (at, hidden) = (0, 0);
        for (; at + ShortestSecret <= bytes.Length; at++)
        {
            if (pieces.Contains(BitConverter.ToUInt64(bytes, at)))
            {
                if (at >= hidden)
                    kept.Write(Mark);
                hidden = at + ShortestSecret;
            }

            if (at >= hidden)
                kept.Write(bytes.AsSpan(at, 1));
        }

        kept.Write(bytes.AsSpan(Math.Min(bytes.Length, Math.Max(at, hidden))));
        return kept.WrittenSpan.ToArray();
    }

    /// <summary>Whether there is a key in the text as it stands. A path that a telling variable holds, such as a key's file, is none.</summary>
    public bool FindsKey(string text) => secrets.Any(secret => secret.Length >= ShortestKey && secret.AsSpan().IndexOfAny((byte)'/', (byte)'\\') < 0 && Encoding.UTF8.GetBytes(text).AsSpan().IndexOf(secret) >= 0);

    /// <summary>Whether there is a secret in the text.</summary>
    public bool Finds(string text) => Encoding.UTF8.GetBytes(text) is var bytes && secrets.Any(secret => bytes.AsSpan().IndexOf(secret) >= 0);

    /// <summary>The text without the secrets.</summary>
    public string Apply(string text) => secrets.Length == 0 ? text : Encoding.UTF8.GetString(Apply(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Secrets(KeyValuePair<string, string?> variable)
    {
        if (variable.Value is not { } value)
            yield break;
        if (TellingNames.Any(name => variable.Key.Contains(name, StringComparison.OrdinalIgnoreCase)))
            yield return value.Trim();
        // A proxy's address may carry a password.
        if (variable.Key.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)
            && Uri.TryCreate(value, UriKind.Absolute, out var proxy)
            && proxy.UserInfo.Split(':', 2) is [_, var password])
            yield return password;
    }

    private static byte[] Without(byte[] bytes, byte[] secret)
    {
        var at = bytes.AsSpan().IndexOf(secret);
        if (at < 0)
            return WithoutCutEnd(bytes, secret);
        var kept = new ArrayBufferWriter<byte>(bytes.Length);
        var rest = bytes.AsSpan();
        for (; at >= 0; at = rest.IndexOf(secret))
        {
            kept.Write(rest[..at]);
            kept.Write(Mark);
            rest = rest[(at + secret.Length)..];
        }

        kept.Write(rest);
        return WithoutCutEnd(kept.WrittenSpan.ToArray(), secret);
    }

    /// <summary>Output is cut off at its limit, and the cut may go through a secret.</summary>
    private static byte[] WithoutCutEnd(byte[] bytes, byte[] secret)
    {
        for (var length = Math.Min(secret.Length - 1, bytes.Length); length >= ShortestSecret; length--)
        {
            if (bytes.AsSpan().EndsWith(secret.AsSpan(0, length)))
                return [.. bytes.AsSpan(0, bytes.Length - length), .. Mark];
        }

        return bytes;
    }
}
