namespace Tariff;

/// <summary>What a customer typed into the sign-up form.</summary>
public sealed record CustomerInput(
    string? Name,
    string? Email,
    string? Postcode,
    string? MeterId,
    DateOnly? BirthDate,
    DateOnly MoveIn,
    decimal ContractedKw);

public sealed record ValidationError(string Field, string Code, string Message);

/// <summary>Checks sign-up forms.</summary>
public sealed class CustomerValidator(TimeProvider time, BillingZone zone)
{
    public const int LongestName = 80;
    public const int LongestEmail = 254;
    public const int YoungestAge = 18;
    public const int OldestAge = 120;
    public const int MoveInDaysBack = 90;
    public const int MoveInDaysAhead = 60;

    /// <summary>All errors, in the order of the form's fields; empty when the input is fine.</summary>
    public IReadOnlyList<ValidationError> Validate(CustomerInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var today = zone.DateOf(time.GetUtcNow());
        var checks = new[]
        {
            CheckName(input.Name),
            CheckEmail(input.Email),
            CheckPostcode(input.Postcode),
            CheckMeter(input.MeterId),
            CheckBirthDate(input.BirthDate, today),
            CheckMoveIn(input.MoveIn, today),
            CheckContractedKw(input.ContractedKw),
        };
        return checks.OfType<ValidationError>().ToArray();
    }

    private static ValidationError? CheckName(string? name) => name?.Trim() switch
    {
        null or "" => new("Name", "required", "The name is missing."),
        { Length: > LongestName } => new("Name", "too_long", "The name is too long."),
        var text when text.Any(char.IsControl) => new("Name", "format", "The name contains control characters."),
        _ => null,
    };

    private static ValidationError? CheckEmail(string? email)
    {
        var text = email?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return new("Email", "required", "The e-mail address is missing.");
        }

        if (text.Length > LongestEmail)
        {
            return new("Email", "too_long", "The e-mail address is too long.");
        }

        var parts = text.Split('@');
        var valid = parts is [{ Length: > 0 }, { Length: > 2 } domain]
            && domain.Contains('.')
            && !domain.StartsWith('.')
            && !domain.EndsWith('.')
            && !text.Any(char.IsWhiteSpace);
        return valid ? null : new("Email", "format", "The e-mail address is not valid.");
    }

    private static ValidationError? CheckPostcode(string? postcode) =>
        postcode?.Trim() is { Length: 5 } text && text.All(char.IsAsciiDigit)
            ? null
            : new("Postcode", "format", "The postcode must have five digits.");

    private static ValidationError? CheckMeter(string? meterId) =>
        Tariff.MeterId.TryParse(meterId, out _) ? null : new("MeterId", "format", "The meter id is not valid.");

    private static ValidationError? CheckBirthDate(DateOnly? birthDate, DateOnly today)
    {
        if (birthDate is not { } birth)
        {
            return null;
        }

        return Discounts.AgeOn(birth, today) switch
        {
            < YoungestAge => new("BirthDate", "too_young", "The customer is too young."),
            > OldestAge => new("BirthDate", "too_old", "The birth date is too far back."),
            _ => null,
        };
    }

    private static ValidationError? CheckMoveIn(DateOnly moveIn, DateOnly today)
    {
        if (moveIn < today.AddDays(-MoveInDaysBack))
        {
            return new("MoveIn", "too_early", "The move-in date is too far back.");
        }

        return moveIn > today.AddDays(MoveInDaysAhead)
            ? new("MoveIn", "too_late", "The move-in date is too far ahead.")
            : null;
    }

    private static ValidationError? CheckContractedKw(decimal kw) =>
        kw is >= 1.5m and <= 100m
            ? null
            : new("ContractedKw", "range", "The contracted power is out of range.");
}
