using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BugSeeder.Execution.Assistants;

/// <summary>The forms in which a secret may show up in output.</summary>
internal static class SecretForms
{
    /// <summary>The secret as it stands, escaped for JSON and for a URL, and in base64.</summary>
    public static IEnumerable<string> Of(string secret) =>
    [
        secret,
        JsonEncodedText.Encode(secret, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        JsonEncodedText.Encode(secret).ToString(),
        Uri.EscapeDataString(secret),
        .. InBase64(secret),
    ];

    /// <summary>Base64 packs three bytes into four letters, so what a secret looks like depends on how many bytes stand before it, as in <c>user:key</c>.</summary>
    private static IEnumerable<string> InBase64(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String([.. new byte[before], .. bytes]);
            // The first letters hold bits of what stands before it, and the last one bits of what follows.
            var start = before == 0 ? 0 : before + 1;
            var whole = (before + bytes.Length) % 3 == 0;
            var own = text.TrimEnd('=')[start..];
            own = whole || own.Length == 0 ? own : own[..^1];
            yield return own;
            yield return own.Replace('+', '-').Replace('/', '_');
        }
    }
}
