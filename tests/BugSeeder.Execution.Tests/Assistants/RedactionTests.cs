using System.Text;
using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Tests.Assistants;

public sealed class RedactionTests
{
    private static readonly Redaction Redaction = new(
        KeyValuePair.Create<string, string?>("SOME_API_KEY", "sk-\"quoted\"-0123456789"),
        KeyValuePair.Create<string, string?>("github_token", "ghp_abcdefgh"),
        KeyValuePair.Create<string, string?>("SHORT_SECRET", "1234567"),
        KeyValuePair.Create<string, string?>("EDITOR", "visible-value"),
        KeyValuePair.Create<string, string?>("HTTPS_PROXY", "http://me:my-password@proxy:8080"),
        KeyValuePair.Create<string, string?>("EMPTY_KEY", null));

    [Theory]
    [InlineData("x sk-\"quoted\"-0123456789 y", "x [redacted] y")]
    [InlineData("{\"k\":\"sk-\\\"quoted\\\"-0123456789\"}", "{\"k\":\"[redacted]\"}")]
    [InlineData("ghp_abcdefghghp_abcdefgh", "[redacted][redacted]")]
    [InlineData("1234567 visible-value", "1234567 visible-value")]
    [InlineData("via http://me:my-password@proxy:8080", "via http://me:[redacted]@proxy:8080")]
    [InlineData("cut off in ghp_abcdef", "cut off in [redacted]")]
    public void Values_of_telling_variables_are_taken_out(string text, string expected)
    {
        Redaction.Apply(text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("me:")]
    [InlineData("user:")]
    public void A_secret_in_base64_is_found_whatever_stands_around_it(string before)
    {
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + "ghp_abcdefgh" + " and more"));

        var redacted = Redaction.Apply($"Authorization: Basic {encoded}");

        redacted.ShouldContain("[redacted]");
        // What is left beside the mark holds no more than a letter or two of it.
        Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).ShouldContain("ghp_abcdefgh");
        redacted.Length.ShouldBeLessThan($"Authorization: Basic {encoded}".Length);
    }

    [Fact]
    public void A_secret_in_a_URL_is_found() => Redaction.Apply("https://x/?key=sk-%22quoted%22-0123456789&y=1").ShouldBe("https://x/?key=[redacted]&y=1");

    [Fact]
    public void A_secret_in_pieces_is_found_where_it_is_known_to_be()
    {
        var bytes = Encoding.UTF8.GetBytes("{\"delta\":\"sk-\\\"quote\"}\n{\"delta\":\"d\\\"-0123456789 end\"}");

        Encoding.UTF8.GetString(Redaction.ApplyToPieces(bytes)).ShouldNotContain("0123456");
    }

    [Fact]
    public void Other_bytes_stay_as_they_are()
    {
        byte[] bytes = [0xFF, .. "ghp_abcdefgh"u8, 0xFE, 0x00];

        Redaction.Apply(bytes).ShouldBe([0xFF, .. "[redacted]"u8, 0xFE, 0x00]);
    }

    [Fact]
    public void Without_secrets_nothing_changes()
    {
        new Redaction().Apply(Encoding.UTF8.GetBytes("sk-anything")).ShouldBe(Encoding.UTF8.GetBytes("sk-anything"));
    }
}
