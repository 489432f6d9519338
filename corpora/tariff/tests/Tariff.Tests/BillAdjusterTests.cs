namespace Tariff.Tests;

public class BillAdjusterTests
{
    private readonly BillStore _store = new();
    private readonly AuditLog _audit = Audit();
    private readonly BillAdjuster _adjuster;

    public BillAdjusterTests()
    {
        _store.Add(Bill());
        _adjuster = new BillAdjuster(_store, new AccessPolicy(_audit), _audit);
    }

    [Fact]
    public void An_adjustment_adds_a_line_after_tax_and_is_recorded()
    {
        var saved = _adjuster.Adjust(User(Role.Agent), "B-1", -12.50m, " Outage ", expectedVersion: 1);

        Assert.Equal(new BillLine(LineKind.Adjustment, "Outage", 1m, -12.50m, -12.50m), saved.Lines[^1]);
        Assert.Equal((107.50m, 20m, 2L), (saved.Total, saved.Tax, saved.Version));
        var entry = Assert.Single(_audit.OfKind(AuditKind.BillAdjusted));
        Assert.Equal(("Agent-1", "B-1: -12.50 (Outage)"), (entry.Actor, entry.Detail));
    }

    [Fact]
    public void An_adjustment_beyond_the_limit_is_denied_and_changes_nothing()
    {
        Assert.Throws<AccessDeniedException>(() => _adjuster.Adjust(User(Role.Agent), "B-1", -50.01m, "x", 1));

        Assert.Equal(1, _store.Find("B-1")?.Version);
        Assert.Empty(_audit.OfKind(AuditKind.BillAdjusted));
    }

    [Fact]
    public void An_adjustment_based_on_an_old_version_is_refused_and_recorded()
    {
        _adjuster.Adjust(User(Role.Agent), "B-1", 5m, "first", 1);

        Assert.Throws<ConcurrencyConflictException>(() => _adjuster.Adjust(User(Role.Agent), "B-1", 5m, "second", 1));

        Assert.Equal(125m, _store.Find("B-1")?.Total);
        Assert.Equal("B-1: Expected version 1 but found 2.", Assert.Single(_audit.OfKind(AuditKind.ConflictDetected)).Detail);
    }

    [Theory]
    [InlineData(-120.00, null)]
    [InlineData(-120.01, "An adjustment must not make a bill negative.")]
    public void An_adjustment_may_bring_a_bill_down_to_zero_only(decimal amount, string? message)
    {
        var error = Record.Exception(() => _adjuster.Adjust(User(Role.Supervisor), "B-1", amount, "x", 1));

        Assert.Equal(message, error?.Message);
        Assert.True(error is null or BillingException);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1.005)]
    public void An_adjustment_is_a_non_zero_amount_in_cents(decimal amount)
    {
        Assert.Throws<ArgumentException>(() => _adjuster.Adjust(User(Role.Agent), "B-1", amount, "x", 1));
    }

    [Fact]
    public void An_adjustment_needs_a_reason_and_an_existing_bill()
    {
        Assert.Throws<ArgumentException>(() => _adjuster.Adjust(User(Role.Agent), "B-1", 1m, "  ", 1));
        var error = Assert.Throws<BillingException>(() => _adjuster.Adjust(User(Role.Agent), "B-9", 1m, "x", 1));
        Assert.Equal("The bill 'B-9' does not exist.", error.Message);
    }
}
