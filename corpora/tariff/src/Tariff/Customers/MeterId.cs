namespace Tariff;

/// <summary>The number printed on a meter, protected by a check digit.</summary>
public readonly record struct MeterId
{
    private const int Digits = 7;
    private readonly string? _value;

    private MeterId(string value) => _value = value;

    public static MeterId Parse(string text)
    {
        if (TryParse(text, out var meter))
        {
            return meter;
        }

        throw new InvalidIdentifierException($"'{text}' is not a meter id.");
    }

    public static bool TryParse(string? text, out MeterId meter)
    {
        meter = default;
        var value = text?.Trim().ToUpperInvariant();
        if (value is not { Length: Digits + 2 } || value[0] != 'M' || !value[1..].All(char.IsAsciiDigit))
        {
            return false;
        }

        if (CheckDigit(value[1..^1]) != value[^1] - '0')
        {
            return false;
        }

        meter = new MeterId(value);
        return true;
    }

    /// <summary>Computes the check digit of the seven digits of a meter id.</summary>
    public static int CheckDigit(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length != Digits || !digits.All(char.IsAsciiDigit))
        {
            throw new InvalidIdentifierException("A check digit needs exactly seven digits.");
        }

        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[index] - '0';
            if (index % 2 == 0)
            {
                digit *= 2;
                digit = digit > 9 ? digit - 9 : digit;
            }

            sum += digit;
        }

        return (10 - (sum % 10)) % 10;
    }

    public override string ToString() => _value ?? string.Empty;
}
