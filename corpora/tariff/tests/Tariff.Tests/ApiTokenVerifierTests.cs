using System.Security.Cryptography;

namespace Tariff.Tests;

public class ApiTokenVerifierTests
{
    private const string Token = "tok-0123456789-abcdefghij";

    private readonly ManualTime _time = Time();
    private readonly AuditLog _audit = Audit();

    [Fact]
    public void A_registered_token_identifies_its_principal()
    {
        var verifier = Verifier();
        var agent = User(Role.Agent);
        verifier.Register(agent, Token, Noon.AddDays(1));

        Assert.Same(agent, verifier.Authenticate(Token));
        Assert.Empty(_audit.Entries);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tok-0123456789-abcdefghiJ")]
    [InlineData("tok-0123456789-abcdefghi")]
    public void Any_other_token_is_rejected_and_recorded_without_its_value(string? token)
    {
        var verifier = Verifier();
        verifier.Register(User(Role.Agent), Token, Noon.AddDays(1));

        Assert.Null(verifier.Authenticate(token));
        var entry = Assert.Single(_audit.OfKind(AuditKind.TokenRejected));
        Assert.Equal(("anonymous", "unknown token"), (entry.Actor, entry.Detail));
    }

    [Theory]
    [InlineData(3599, true)]
    [InlineData(3600, false)]
    public void A_token_ends_exactly_at_its_expiry(int seconds, bool valid)
    {
        var verifier = Verifier();
        verifier.Register(User(Role.Agent), Token, Noon.AddHours(1));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(valid, verifier.Authenticate(Token) is not null);
        Assert.Equal(
            valid ? [] : ["Agent-1: expired token"],
            _audit.OfKind(AuditKind.TokenRejected).Select(entry => $"{entry.Actor}: {entry.Detail}"));
    }

    [Fact]
    public void All_registrations_are_compared_by_hash_even_after_a_match()
    {
        var lengths = new List<(int, int)>();
        var verifier = new ApiTokenVerifier(_time, _audit, (left, right) =>
        {
            lengths.Add((left.Length, right.Length));
            return CryptographicOperations.FixedTimeEquals(left, right);
        });
        verifier.Register(User(Role.Agent), Token, Noon.AddDays(1));
        verifier.Register(User(Role.Auditor), Token + "-second", Noon.AddDays(1));
        verifier.Register(User(Role.Supervisor), Token + "-third", Noon.AddDays(1));

        Assert.Equal(Role.Agent, verifier.Authenticate(Token)?.Role);
        Assert.Equal([(32, 32), (32, 32), (32, 32)], lengths);
    }

    [Fact]
    public void A_revoked_principal_has_no_tokens()
    {
        var verifier = Verifier();
        verifier.Register(User(Role.Agent), Token, Noon.AddDays(1));
        verifier.Register(User(Role.Agent), Token + "-second", Noon.AddDays(1));
        verifier.Register(User(Role.Auditor), Token + "-third", Noon.AddDays(1));

        Assert.Equal(2, verifier.Revoke("Agent-1"));
        Assert.Null(verifier.Authenticate(Token));
        Assert.NotNull(verifier.Authenticate(Token + "-third"));
    }

    [Theory]
    [InlineData(19, false)]
    [InlineData(20, true)]
    public void A_token_needs_twenty_characters(int length, bool accepted)
    {
        var error = Record.Exception(() => Verifier().Register(User(Role.Agent), new string('x', length), Noon.AddDays(1)));

        Assert.Equal(accepted, error is null);
        Assert.True(error is null or ArgumentException);
    }

    private ApiTokenVerifier Verifier() => new(_time, _audit);
}
