namespace Tariff.Tests;

public class IdentifierTests
{
    [Fact]
    public void Account_numbers_are_equal_whatever_their_case()
    {
        var upper = AccountNumber.Parse("NE10203040");
        var lower = AccountNumber.Parse(" ne10203040 ");

        Assert.True(upper.Equals(lower));
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
        Assert.Equal("NE10203040", lower.ToString());
        Assert.False(upper.Equals(OtherAccount));
        Assert.False(upper.Equals((object?)null));
    }

    [Fact]
    public void Account_numbers_compare_the_same_in_turkish()
    {
        WithCulture("tr-TR", () => Assert.Equal(AccountNumber.Parse("IT10203040"), AccountNumber.Parse("it10203040")));
        WithCulture("tr-TR", () => Assert.Equal("IT10203040", AccountNumber.Parse("it10203040").ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("NE1020304")]
    [InlineData("NE102030405")]
    [InlineData("N110203040")]
    [InlineData("NE1020304X")]
    [InlineData("NÉ10203040")]
    [InlineData("NE1020304٣")]
    public void An_account_number_is_two_ascii_letters_and_eight_ascii_digits(string? text)
    {
        Assert.False(AccountNumber.TryParse(text, out _));
    }

    [Fact]
    public void A_bad_account_number_is_not_repeated_in_the_message()
    {
        var error = Assert.Throws<InvalidIdentifierException>(() => AccountNumber.Parse("secret"));

        Assert.Equal("An account number is two letters and eight digits.", error.Message);
    }

    [Theory]
    [InlineData("1234567", 4)]
    [InlineData("5550123", 3)]
    [InlineData("1000000", 8)]
    [InlineData("0000000", 0)]
    [InlineData("9090909", 4)]
    public void The_check_digit_doubles_every_other_digit(string digits, int expected)
    {
        Assert.Equal(expected, MeterId.CheckDigit(digits));
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("12345678")]
    [InlineData("12345a7")]
    public void A_check_digit_needs_seven_digits(string digits)
    {
        Assert.Throws<InvalidIdentifierException>(() => MeterId.CheckDigit(digits));
    }

    [Theory]
    [InlineData("M12345674", "M12345674")]
    [InlineData(" m55501233 ", "M55501233")]
    public void A_meter_id_with_the_right_check_digit_is_accepted(string text, string expected)
    {
        Assert.Equal(expected, MeterId.Parse(text).ToString());
    }

    [Theory]
    [InlineData("M12345675")]
    [InlineData("M21345674")]
    [InlineData("X12345674")]
    [InlineData("M1234567")]
    [InlineData("M123456744")]
    [InlineData(null)]
    public void Other_meter_ids_are_refused(string? text)
    {
        Assert.False(MeterId.TryParse(text, out _));
    }

    [Fact]
    public void A_bad_meter_id_is_named_in_the_message()
    {
        var error = Assert.Throws<InvalidIdentifierException>(() => MeterId.Parse("M12345675"));

        Assert.Equal("'M12345675' is not a meter id.", error.Message);
    }
}
