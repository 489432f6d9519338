namespace Tariff.Tests;

public class BillStoreTests
{
    private readonly BillStore _store = new();

    [Fact]
    public void A_bill_number_is_taken_whatever_its_case()
    {
        _store.Add(Bill("B-1"));

        var error = Assert.Throws<BillingException>(() => _store.Add(Bill("b-1")));
        Assert.Equal("The bill 'b-1' already exists.", error.Message);
        Assert.Equal("B-1", _store.Find("b-1")?.Number);
    }

    [Fact]
    public void Saving_increments_the_version()
    {
        _store.Add(Bill());

        Assert.Equal(2, _store.Save(Bill()).Version);
        Assert.Equal(2, _store.Find("B-1")?.Version);
    }

    [Fact]
    public void Saving_an_old_version_is_a_conflict()
    {
        _store.Add(Bill());
        _store.Save(Bill());

        var error = Assert.Throws<ConcurrencyConflictException>(() => _store.Save(Bill() with { Tax = 0m }));

        Assert.Equal((1L, 2L), (error.Expected, error.Actual));
        Assert.Equal(20m, _store.Find("B-1")?.Tax);
    }

    [Fact]
    public void An_unknown_bill_cannot_be_saved()
    {
        var error = Assert.Throws<BillingException>(() => _store.Save(Bill()));

        Assert.Equal("The bill 'B-1' does not exist.", error.Message);
    }

    [Fact]
    public void The_bills_of_an_account_are_listed_latest_first()
    {
        _store.Add(Bill("B-2"));
        _store.Add(Bill("B-3") with { Window = Window("2025-07-01", "2025-08-01") });
        _store.Add(Bill("B-1"));
        _store.Add(Bill("B-4", account: OtherAccount));

        Assert.Equal(["B-3", "B-1", "B-2"], _store.Of(AccountNumber.Parse("ne10203040")).Select(bill => bill.Number));
    }

    [Fact]
    public void A_bill_adds_up()
    {
        var bill = Bill() with
        {
            Lines =
            [
                new BillLine(LineKind.Energy, "e", 1m, 50m, 50m),
                new BillLine(LineKind.Fixed, "f", 1m, 10m, 10m),
                new BillLine(LineKind.Discount, "d", 1m, -6m, -6m),
                new BillLine(LineKind.Adjustment, "a", 1m, -3m, -3m),
            ],
            Tax = 5.40m,
        };

        Assert.Equal((60m, -6m, -3m), (bill.Charges, bill.DiscountTotal, bill.AdjustmentTotal));
        Assert.Equal(54m, bill.Taxable);
        Assert.Equal(56.40m, bill.Total);
    }
}
