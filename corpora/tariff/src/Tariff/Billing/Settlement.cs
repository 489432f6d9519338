namespace Tariff;

/// <summary>How a bill was settled.</summary>
public sealed record SettlementResult(decimal CreditUsed, decimal Collected, PaymentReceipt? Receipt);

/// <summary>Settles bills from credit first and collects the rest.</summary>
public sealed class Settlement
{
    private readonly CreditLedger _credits;
    private readonly PaymentSubmitter _payments;

    public Settlement(CreditLedger credits, PaymentSubmitter payments)
    {
        ArgumentNullException.ThrowIfNull(credits);
        ArgumentNullException.ThrowIfNull(payments);
        _credits = credits;
        _payments = payments;
    }

    public async Task<SettlementResult> SettleAsync(Bill bill, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(bill);
        cancellationToken.ThrowIfCancellationRequested();
        var credit = Math.Min(_credits.AvailableTo(bill.Account), bill.Total);
        var reservation = credit > 0m ? _credits.Reserve(bill.Account, credit) : null;
        try
        {
            var rest = bill.Total - (reservation?.Amount ?? 0m);
            var receipt = rest > 0m
                ? await _payments.SubmitAsync(new PaymentRequest(bill.Number, bill.Account, rest), cancellationToken).ConfigureAwait(false)
                : null;
            if (reservation is not null)
            {
                _credits.Commit(reservation.Id);
            }

            return new SettlementResult(reservation?.Amount ?? 0m, receipt is null ? 0m : rest, receipt);
        }
        catch
        {
            if (reservation is not null)
            {
                _credits.Release(reservation.Id);
            }

            throw;
        }
    }
}
