using System.Security.Cryptography;
using System.Text;

namespace Tariff;

/// <summary>An amount to be collected for a bill.</summary>
public sealed record PaymentRequest(string BillNumber, AccountNumber Account, decimal Amount)
{
    /// <summary>The same for every attempt to collect the same amount for the same bill.</summary>
    public string IdempotencyKey
    {
        get
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{BillNumber.Trim().ToUpperInvariant()}|{Account}|{Amount:0.00}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
        }
    }
}

/// <summary>The gateway's answer.</summary>
public sealed record PaymentReceipt(string IdempotencyKey, string Confirmation, DateTimeOffset At);

/// <summary>The outside service that collects payments.</summary>
public interface IPaymentGateway
{
    /// <summary>Collects a payment and returns a confirmation.</summary>
    Task<string> CollectAsync(PaymentRequest request, string idempotencyKey, CancellationToken cancellationToken);
}
