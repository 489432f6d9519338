namespace Tariff.Tests;

public class CustomerValidatorTests
{
    private static readonly CustomerInput Good = new(
        "Ada Byron", "ada@example.org", "10115", "M12345674", new DateOnly(1990, 5, 5), new DateOnly(2025, 6, 15), 11m);

    [Fact]
    public void A_complete_form_has_no_errors()
    {
        Assert.Empty(Validate(Good));
        Assert.Empty(Validate(Good with { BirthDate = null }));
    }

    [Fact]
    public void All_errors_are_reported_in_the_order_of_the_form()
    {
        var errors = Validate(new CustomerInput(null, null, null, null, new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 1), 0m));

        Assert.Equal(
            ["Name", "Email", "Postcode", "MeterId", "BirthDate", "MoveIn", "ContractedKw"],
            errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData("", "required")]
    [InlineData("   ", "required")]
    [InlineData("Ada\u0007Byron", "format")]
    public void A_name_is_needed_and_has_no_control_characters(string name, string code)
    {
        Assert.Equal(("Name", code), Single(Good with { Name = name }));
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(81, "too_long")]
    public void A_name_may_have_eighty_characters(int length, string? code)
    {
        Assert.Equal(code, Validate(Good with { Name = new string('a', length) }).SingleOrDefault()?.Code);
    }

    [Fact]
    public void An_email_address_is_needed()
    {
        Assert.Equal(("Email", "required"), Single(Good with { Email = " " }));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@example")]
    [InlineData("ada@.org")]
    [InlineData("ada@example.")]
    [InlineData("ada@b@example.org")]
    [InlineData("a da@example.org")]
    public void An_email_address_has_a_name_and_a_domain(string email)
    {
        Assert.Equal(("Email", "format"), Single(Good with { Email = email }));
    }

    [Theory]
    [InlineData(254, null)]
    [InlineData(255, "too_long")]
    public void An_email_address_may_have_254_characters(int length, string? code)
    {
        var email = new string('a', length - 12) + "@example.org";

        Assert.Equal(code, Validate(Good with { Email = email }).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("1011")]
    [InlineData("101155")]
    [InlineData("1011A")]
    public void A_postcode_has_five_digits(string postcode)
    {
        Assert.Equal(("Postcode", "format"), Single(Good with { Postcode = postcode }));
    }

    [Fact]
    public void A_meter_id_must_be_valid()
    {
        Assert.Equal(("MeterId", "format"), Single(Good with { MeterId = "M12345670" }));
    }

    [Theory]
    [InlineData("2007-06-10", null)]
    [InlineData("2007-06-11", "too_young")]
    [InlineData("1904-06-11", null)]
    [InlineData("1904-06-10", "too_old")]
    public void Customers_are_between_18_and_120_years_old(string birth, string? code)
    {
        Assert.Equal(code, Validate(Good with { BirthDate = Date(birth) }).SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("2025-03-12", null)]
    [InlineData("2025-03-11", "too_early")]
    [InlineData("2025-08-09", null)]
    [InlineData("2025-08-10", "too_late")]
    public void A_move_in_lies_within_90_days_back_and_60_days_ahead(string moveIn, string? code)
    {
        Assert.Equal(code, Validate(Good with { MoveIn = Date(moveIn) }).SingleOrDefault()?.Code);
    }

    [Fact]
    public void Today_is_the_local_date()
    {
        var lateEvening = new ManualTime(Utc("2025-06-10T22:30Z"));
        var validator = new CustomerValidator(lateEvening, Berlin);

        Assert.Empty(validator.Validate(Good with { BirthDate = Date("2007-06-11") }));
    }

    [Theory]
    [InlineData(1.49, false)]
    [InlineData(1.5, true)]
    [InlineData(100, true)]
    [InlineData(100.01, false)]
    public void Contracted_power_has_limits(decimal kw, bool valid)
    {
        Assert.Equal(valid, Validate(Good with { ContractedKw = kw }).Count == 0);
    }

    private static IReadOnlyList<ValidationError> Validate(CustomerInput input) =>
        new CustomerValidator(Time(), Berlin).Validate(input);

    private static (string Field, string Code) Single(CustomerInput input)
    {
        var error = Assert.Single(Validate(input));
        return (error.Field, error.Code);
    }
}
