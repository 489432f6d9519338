using System.Security.Cryptography;
using System.Text;

namespace Tariff;

/// <summary>Compares two hashes; the default takes the same time whatever they hold.</summary>
public delegate bool HashComparer(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right);

/// <summary>Recognises API tokens without keeping them.</summary>
public sealed class ApiTokenVerifier
{
    public const int ShortestToken = 20;

    private readonly Lock _gate = new();
    private readonly List<Registration> _registrations = [];
    private readonly TimeProvider _time;
    private readonly AuditLog _audit;
    private readonly HashComparer _equals;

    public ApiTokenVerifier(TimeProvider time, AuditLog audit, HashComparer? equals = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(audit);
        _time = time;
        _audit = audit;
        _equals = equals ?? CryptographicOperations.FixedTimeEquals;
    }

    public void Register(Principal principal, string token, DateTimeOffset expiresAt)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length < ShortestToken)
        {
            throw new ArgumentException("The token is too short.", nameof(token));
        }

        lock (_gate)
        {
            _registrations.Add(new Registration(principal, Hash(token), expiresAt));
        }
    }

    /// <summary>Withdraws all tokens of a principal.</summary>
    public int Revoke(string principalId)
    {
        lock (_gate)
        {
            return _registrations.RemoveAll(item => string.Equals(item.Principal.Id, principalId, StringComparison.Ordinal));
        }
    }

    /// <summary>The principal of a valid token, or null.</summary>
    public Principal? Authenticate(string? token)
    {
        Registration? match = null;
        if (!string.IsNullOrEmpty(token))
        {
            var hash = Hash(token);
            lock (_gate)
            {
                // Every registration is compared so that the time does not tell which one matched.
                foreach (var item in _registrations)
                {
                    if (_equals(item.Hash, hash))
                    {
                        match = item;
                    }
                }
            }
        }

        if (match is null)
        {
            _audit.Append(AuditKind.TokenRejected, "anonymous", "unknown token");
            return null;
        }

        if (_time.GetUtcNow() >= match.ExpiresAt)
        {
            _audit.Append(AuditKind.TokenRejected, match.Principal.Id, "expired token");
            return null;
        }

        return match.Principal;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private sealed record Registration(Principal Principal, byte[] Hash, DateTimeOffset ExpiresAt);
}
