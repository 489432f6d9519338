namespace Tariff;

/// <summary>Customer credit: granted, reserved for a bill, then committed, released or expired.</summary>
public sealed class CreditLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<AccountNumber, AccountState> _accounts = [];
    private readonly Dictionary<string, CreditReservation> _reservations = new(StringComparer.Ordinal);
    private readonly HashSet<(AccountNumber Account, string Reference)> _references = [];
    private readonly TimeProvider _time;
    private readonly AuditLog _audit;
    private readonly TimeSpan _holdTime;
    private readonly Func<string> _newId;

    public CreditLedger(TimeProvider time, AuditLog audit, TimeSpan holdTime, Func<string>? newId = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(holdTime, TimeSpan.Zero);
        _time = time;
        _audit = audit;
        _holdTime = holdTime;
        _newId = newId ?? (() => Guid.NewGuid().ToString("N"));
    }

    /// <summary>Raised after every change, outside the lock.</summary>
    public event EventHandler<CreditChanged>? Changed;

    public decimal BalanceOf(AccountNumber account)
    {
        lock (_gate)
        {
            return StateOf(account).Balance;
        }
    }

    /// <summary>The balance less everything that is currently held.</summary>
    public decimal AvailableTo(AccountNumber account)
    {
        lock (_gate)
        {
            return AvailableAt(account, _time.GetUtcNow());
        }
    }

    public long VersionOf(AccountNumber account)
    {
        lock (_gate)
        {
            return StateOf(account).Version;
        }
    }

    public CreditReservation? Find(string reservationId)
    {
        lock (_gate)
        {
            return _reservations.GetValueOrDefault(reservationId);
        }
    }

    /// <summary>Adds credit; a reference counts only once per account.</summary>
    public bool Grant(AccountNumber account, decimal amount, string reference)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        CreditChanged change;
        lock (_gate)
        {
            if (!_references.Add((account, reference)))
            {
                return false;
            }

            change = Update(account, state => state with { Balance = state.Balance + Rounding.Line(amount) });
        }

        Publish(AuditKind.CreditGranted, reference, change);
        return true;
    }

    /// <summary>Sets credit aside for a bill.</summary>
    public CreditReservation Reserve(AccountNumber account, decimal amount, long? expectedVersion = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        CreditReservation? reservation = null;
        CreditChanged? change = null;
        TariffException? refusal = null;
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var version = StateOf(account).Version;
            var available = AvailableAt(account, now);
            if (expectedVersion is { } expected && expected != version)
            {
                refusal = new ConcurrencyConflictException(expected, version);
            }
            else if (amount > available)
            {
                refusal = new InsufficientCreditException(amount, available);
            }
            else
            {
                reservation = new CreditReservation(_newId(), account, amount, now + _holdTime, ReservationState.Held);
                _reservations.Add(reservation.Id, reservation);
                change = Update(account, state => state);
            }
        }

        if (refusal is not null)
        {
            var kind = refusal is ConcurrencyConflictException ? AuditKind.ConflictDetected : AuditKind.CreditRefused;
            _audit.Append(kind, "system", $"{account}: {refusal.Message}");
            throw refusal;
        }

        Publish(AuditKind.CreditReserved, reservation!.Id, change!);
        return reservation;
    }

    /// <summary>Uses up a reservation; doing it again changes nothing.</summary>
    public void Commit(string reservationId)
    {
        CreditChanged? change = null;
        CreditReservation? reservation;
        lock (_gate)
        {
            reservation = Get(reservationId);
            switch (reservation.State)
            {
                case ReservationState.Committed:
                    return;
                case ReservationState.Released:
                    throw new TariffException($"The reservation '{reservationId}' was released.");
                case ReservationState.Held when !IsOverdue(reservation, _time.GetUtcNow()):
                    _reservations[reservationId] = reservation with { State = ReservationState.Committed };
                    change = Update(reservation.Account, state => state with { Balance = state.Balance - reservation.Amount });
                    break;
            }
        }

        if (change is null)
        {
            var expired = new ReservationExpiredException(reservationId);
            _audit.Append(AuditKind.CreditRefused, "system", $"{reservation.Account}: {expired.Message}");
            throw expired;
        }

        Publish(AuditKind.CreditCommitted, reservationId, change);
    }

    /// <summary>Gives a reservation back; false when it was no longer held.</summary>
    public bool Release(string reservationId)
    {
        CreditChanged change;
        lock (_gate)
        {
            var reservation = Get(reservationId);
            if (reservation.State != ReservationState.Held)
            {
                return false;
            }

            _reservations[reservationId] = reservation with { State = ReservationState.Released };
            change = Update(reservation.Account, state => state);
        }

        Publish(AuditKind.CreditReleased, reservationId, change);
        return true;
    }

    /// <summary>Marks all overdue reservations as expired and returns how many there were.</summary>
    public int ExpireOverdue()
    {
        var changes = new List<(string Id, CreditChanged Change)>();
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var overdue = _reservations.Values
                .Where(item => item.State == ReservationState.Held && IsOverdue(item, now))
                .OrderBy(item => item.ExpiresAt)
                .ThenBy(item => item.Id, StringComparer.Ordinal)
                .ToArray();
            foreach (var reservation in overdue)
            {
                _reservations[reservation.Id] = reservation with { State = ReservationState.Expired };
                changes.Add((reservation.Id, Update(reservation.Account, state => state)));
            }
        }

        foreach (var (id, change) in changes)
        {
            Publish(AuditKind.CreditExpired, id, change);
        }

        return changes.Count;
    }

    private static bool IsOverdue(CreditReservation reservation, DateTimeOffset now) => now >= reservation.ExpiresAt;

    private AccountState StateOf(AccountNumber account) => _accounts.GetValueOrDefault(account) ?? AccountState.Empty;

    private decimal AvailableAt(AccountNumber account, DateTimeOffset now)
    {
        var held = _reservations.Values
            .Where(item => item.State == ReservationState.Held && !IsOverdue(item, now) && item.Account.Equals(account))
            .Sum(item => item.Amount);
        return StateOf(account).Balance - held;
    }

    private CreditReservation Get(string reservationId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reservationId);
        return _reservations.TryGetValue(reservationId, out var reservation)
            ? reservation
            : throw new TariffException($"The reservation '{reservationId}' is not known.");
    }

    private CreditChanged Update(AccountNumber account, Func<AccountState, AccountState> change)
    {
        var old = StateOf(account);
        var updated = change(old) with { Version = old.Version + 1 };
        _accounts[account] = updated;
        return new CreditChanged(account, updated.Balance, AvailableAt(account, _time.GetUtcNow()), updated.Version);
    }

    private void Publish(AuditKind kind, string subject, CreditChanged change)
    {
        _audit.Append(
            kind,
            "system",
            string.Create(CultureInfo.InvariantCulture, $"{change.Account} {subject}: balance {change.Balance:0.00}, available {change.Available:0.00}"));
        Changed?.Invoke(this, change);
    }

    private sealed record AccountState(decimal Balance, long Version)
    {
        public static AccountState Empty { get; } = new(0m, 0);
    }
}
