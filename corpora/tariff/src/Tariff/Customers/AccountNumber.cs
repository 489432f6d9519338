namespace Tariff;

/// <summary>An account number; letter case does not matter.</summary>
public sealed class AccountNumber : IEquatable<AccountNumber>
{
    private const int Length = 10;
    private readonly string _value;

    private AccountNumber(string value) => _value = value;

    public static AccountNumber Parse(string text) =>
        TryParse(text, out var account)
            ? account
            : throw new InvalidIdentifierException("An account number is two letters and eight digits.");

    public static bool TryParse(string? text, [NotNullWhen(true)] out AccountNumber? account)
    {
        account = null;
        var value = text?.Trim();
        if (value is not { Length: Length }
            || !value[..2].All(char.IsAsciiLetter)
            || !value[2..].All(char.IsAsciiDigit))
        {
            return false;
        }

        account = new AccountNumber(value);
        return true;
    }

    public bool Equals(AccountNumber? other) =>
        other is not null && string.Equals(_value, other._value, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as AccountNumber);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_value);

    public override string ToString() => _value.ToUpperInvariant();
}
