namespace Tariff.Tests;

public class DiscountsTests
{
    private static readonly Discount Loyalty = new(DiscountKind.Loyalty, "Loyalty", 0.05m);
    private static readonly Discount Voucher = new(DiscountKind.FixedAmount, "Voucher", 8.00m);

    [Fact]
    public void Discounts_apply_in_the_order_of_their_kind_to_what_is_left()
    {
        var applied = Discounts.Apply(100.00m, [Voucher, Discounts.Seniors, Loyalty]);

        Assert.Equal(
            [
                new AppliedDiscount(DiscountKind.Loyalty, "Loyalty", 5.00m),
                new AppliedDiscount(DiscountKind.Seniors, "Seniors discount", 9.50m),
                new AppliedDiscount(DiscountKind.FixedAmount, "Voucher", 8.00m),
            ],
            applied);
    }

    [Fact]
    public void Discounts_of_one_kind_keep_their_order()
    {
        Discount[] granted = [new(DiscountKind.Loyalty, "b", 0.5m), new(DiscountKind.Loyalty, "a", 0.5m)];

        Assert.Equal(["b", "a"], Discounts.Apply(10m, granted).Select(item => item.Description));
    }

    [Theory]
    [InlineData(149.90, 14.99)]
    [InlineData(150.00, 15.00)]
    [InlineData(200.00, 15.00)]
    public void The_seniors_discount_is_capped(decimal amount, decimal expected)
    {
        Assert.Equal(expected, Assert.Single(Discounts.Apply(amount, [Discounts.Seniors])).Amount);
    }

    [Theory]
    [InlineData(5.00, 5.00)]
    [InlineData(8.01, 8.00)]
    public void A_discount_never_exceeds_what_is_left(decimal amount, decimal expected)
    {
        Assert.Equal(expected, Assert.Single(Discounts.Apply(amount, [Voucher])).Amount);
    }

    [Fact]
    public void Discounts_of_nothing_are_left_out()
    {
        Assert.Empty(Discounts.Apply(0m, [Voucher, Loyalty]));
        Assert.Single(Discounts.Apply(8.00m, [Voucher, Voucher]));
    }

    [Fact]
    public void Each_discount_is_rounded_before_the_next_one()
    {
        var half = new Discount(DiscountKind.Loyalty, "Half", 0.5m);

        Assert.Equal([0.02m, 0.01m], Discounts.Apply(0.03m, [half, half]).Select(item => item.Amount));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.5)]
    public void A_percentage_must_be_a_share(decimal value)
    {
        var error = Assert.Throws<BillingException>(
            () => Discounts.Apply(10m, [new Discount(DiscountKind.Loyalty, "Odd", value)]));

        Assert.Equal("The discount 'Odd' is not a share between 0 and 1.", error.Message);
    }

    [Theory]
    [InlineData("1960-06-01", true)]
    [InlineData("1960-06-02", false)]
    [InlineData("1950-12-31", true)]
    public void Seniors_have_turned_sixty_five_by_the_first_day_billed(string birth, bool expected)
    {
        Assert.Equal(expected, Discounts.IsSenior(Date(birth), Window("2025-06-01", "2025-07-01")));
    }

    [Fact]
    public void Without_a_birth_date_nobody_is_a_senior()
    {
        Assert.False(Discounts.IsSenior(null, Window("2025-06-01", "2025-07-01")));
    }

    [Theory]
    [InlineData("2000-02-29", "2025-02-28", 24)]
    [InlineData("2000-02-29", "2025-03-01", 25)]
    [InlineData("2000-02-29", "2024-02-29", 24)]
    [InlineData("1990-11-05", "2025-10-31", 34)]
    public void Age_counts_completed_years(string birth, string date, int expected)
    {
        Assert.Equal(expected, Discounts.AgeOn(Date(birth), Date(date)));
    }
}
