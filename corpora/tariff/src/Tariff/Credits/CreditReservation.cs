namespace Tariff;

public enum ReservationState
{
    Held,
    Committed,
    Released,
    Expired,
}

/// <summary>Credit that is set aside until a deadline.</summary>
public sealed record CreditReservation(
    string Id,
    AccountNumber Account,
    decimal Amount,
    DateTimeOffset ExpiresAt,
    ReservationState State);

/// <summary>Tells that the credit of an account changed.</summary>
public sealed record CreditChanged(AccountNumber Account, decimal Balance, decimal Available, long Version);
