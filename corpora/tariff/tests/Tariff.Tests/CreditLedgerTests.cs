namespace Tariff.Tests;

public class CreditLedgerTests
{
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(10);

    private readonly ManualTime _time = Time();
    private readonly AuditLog _audit;
    private readonly CreditLedger _ledger;

    public CreditLedgerTests()
    {
        _audit = new AuditLog(_time);
        var next = 0;
        _ledger = new CreditLedger(_time, _audit, Hold, () => $"R{++next}");
        _ledger.Grant(Account, 100m, "G1");
    }

    [Fact]
    public void Granted_credit_is_available()
    {
        Assert.Equal((100m, 100m, 1L), State());
        Assert.Equal(0m, _ledger.BalanceOf(OtherAccount));
    }

    [Fact]
    public void A_reference_is_granted_once_per_account()
    {
        Assert.False(_ledger.Grant(Account, 100m, "G1"));
        Assert.True(_ledger.Grant(OtherAccount, 30m, "G1"));
        Assert.True(_ledger.Grant(Account, 5.005m, "G2"));

        Assert.Equal(105.01m, _ledger.BalanceOf(Account));
        Assert.Equal(30m, _ledger.BalanceOf(OtherAccount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Amounts_must_be_positive(decimal amount)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ledger.Grant(Account, amount, "G2"));
        Assert.Throws<ArgumentOutOfRangeException>(() => _ledger.Reserve(Account, amount));
    }

    [Fact]
    public void A_reservation_lowers_what_is_available_but_not_the_balance()
    {
        var reservation = _ledger.Reserve(Account, 40m);

        Assert.Equal(new CreditReservation("R1", Account, 40m, Noon + Hold, ReservationState.Held), reservation);
        Assert.Equal((100m, 60m, 2L), State());
    }

    [Fact]
    public void Everything_available_can_be_reserved_and_no_cent_more()
    {
        _ledger.Reserve(Account, 40m);

        var error = Assert.Throws<InsufficientCreditException>(() => _ledger.Reserve(Account, 60.01m));
        Assert.Equal("Requested 60.01 but only 60.00 is available.", error.Message);
        Assert.Equal(60m, _ledger.Reserve(Account, 60m).Amount);
    }

    [Fact]
    public void A_refused_reservation_is_recorded_and_changes_nothing()
    {
        Assert.Throws<InsufficientCreditException>(() => _ledger.Reserve(Account, 101m));

        Assert.Equal((100m, 100m, 1L), State());
        Assert.Equal(
            "******3040: Requested 101.00 but only 100.00 is available.",
            Assert.Single(_audit.OfKind(AuditKind.CreditRefused)).Detail);
    }

    [Fact]
    public void A_reservation_based_on_an_old_version_is_a_conflict()
    {
        _ledger.Reserve(Account, 10m, expectedVersion: 1);

        var error = Assert.Throws<ConcurrencyConflictException>(() => _ledger.Reserve(Account, 10m, expectedVersion: 1));

        Assert.Equal((1L, 2L), (error.Expected, error.Actual));
        Assert.Equal("******3040: Expected version 1 but found 2.", Assert.Single(_audit.OfKind(AuditKind.ConflictDetected)).Detail);
        Assert.Equal((100m, 90m, 2L), State());
    }

    [Fact]
    public void A_committed_reservation_lowers_the_balance_once()
    {
        _ledger.Reserve(Account, 40m);

        _ledger.Commit("R1");
        _ledger.Commit("R1");

        Assert.Equal((60m, 60m, 3L), State());
        Assert.Equal(ReservationState.Committed, _ledger.Find("R1")?.State);
    }

    [Fact]
    public void A_released_reservation_is_available_again_and_cannot_be_committed()
    {
        _ledger.Reserve(Account, 40m);

        Assert.True(_ledger.Release("R1"));
        Assert.False(_ledger.Release("R1"));

        Assert.Equal((100m, 100m, 3L), State());
        var error = Assert.Throws<TariffException>(() => _ledger.Commit("R1"));
        Assert.Equal("The reservation 'R1' was released.", error.Message);
    }

    [Theory]
    [InlineData(599, 60)]
    [InlineData(600, 100)]
    public void A_hold_ends_exactly_at_its_deadline(int seconds, decimal available)
    {
        _ledger.Reserve(Account, 40m);

        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(available, _ledger.AvailableTo(Account));
    }

    [Fact]
    public void An_overdue_reservation_cannot_be_committed()
    {
        _ledger.Reserve(Account, 40m);
        _time.Advance(Hold);

        var error = Assert.Throws<ReservationExpiredException>(() => _ledger.Commit("R1"));

        Assert.Equal("The reservation 'R1' has expired.", error.Message);
        Assert.Equal(100m, _ledger.BalanceOf(Account));
        Assert.Equal("******3040: The reservation 'R1' has expired.", Assert.Single(_audit.OfKind(AuditKind.CreditRefused)).Detail);
    }

    [Fact]
    public void A_reservation_can_be_committed_just_before_its_deadline()
    {
        _ledger.Reserve(Account, 40m);
        _time.Advance(Hold - TimeSpan.FromTicks(1));

        _ledger.Commit("R1");

        Assert.Equal(60m, _ledger.BalanceOf(Account));
    }

    [Fact]
    public void Overdue_reservations_are_expired_and_counted_once()
    {
        _ledger.Reserve(Account, 10m);
        _time.Advance(TimeSpan.FromMinutes(5));
        _ledger.Reserve(Account, 20m);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(1, _ledger.ExpireOverdue());
        Assert.Equal(0, _ledger.ExpireOverdue());

        Assert.Equal((100m, 80m, 4L), State());
        Assert.Equal(ReservationState.Expired, _ledger.Find("R1")?.State);
        Assert.Equal(ReservationState.Held, _ledger.Find("R2")?.State);
        Assert.Single(_audit.OfKind(AuditKind.CreditExpired));
        Assert.Throws<ReservationExpiredException>(() => _ledger.Commit("R1"));
    }

    [Fact]
    public void An_unknown_reservation_is_refused()
    {
        var error = Assert.Throws<TariffException>(() => _ledger.Commit("R9"));

        Assert.Equal("The reservation 'R9' is not known.", error.Message);
        Assert.Throws<TariffException>(() => _ledger.Release("R9"));
    }

    [Fact]
    public void Every_change_is_announced_with_the_new_state()
    {
        var changes = new List<CreditChanged>();
        _ledger.Changed += (_, change) => changes.Add(change);

        _ledger.Reserve(Account, 25m);
        _ledger.Commit("R1");

        Assert.Equal([new CreditChanged(Account, 100m, 75m, 2), new CreditChanged(Account, 75m, 75m, 3)], changes);
    }

    [Fact]
    public void Every_change_is_recorded_in_order()
    {
        _ledger.Reserve(Account, 25m);
        _ledger.Commit("R1");
        _ledger.Reserve(Account, 5m);
        _ledger.Release("R2");

        Assert.Equal(
            [AuditKind.CreditGranted, AuditKind.CreditReserved, AuditKind.CreditCommitted, AuditKind.CreditReserved, AuditKind.CreditReleased],
            _audit.Entries.Select(entry => entry.Kind));
        Assert.Equal("******3040 R1: balance 100.00, available 75.00", _audit.Entries[1].Detail);
    }

    private (decimal Balance, decimal Available, long Version) State() =>
        (_ledger.BalanceOf(Account), _ledger.AvailableTo(Account), _ledger.VersionOf(Account));
}
