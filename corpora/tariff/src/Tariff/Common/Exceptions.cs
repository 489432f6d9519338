namespace Tariff;

/// <summary>The base of every failure the library reports on purpose.</summary>
public class TariffException : Exception
{
    public TariffException(string message)
        : base(message)
    {
    }

    public TariffException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}

/// <summary>A bill cannot be calculated from the given request.</summary>
public sealed class BillingException(string message) : TariffException(message);

/// <summary>A plan code is not known to the price source.</summary>
public sealed class UnknownPlanException(string planCode) : TariffException($"The plan '{planCode}' is not known.")
{
    public string PlanCode { get; } = planCode;
}

/// <summary>An identifier does not have the required form.</summary>
public sealed class InvalidIdentifierException(string message) : TariffException(message);

/// <summary>An account has less free credit than asked for.</summary>
public sealed class InsufficientCreditException(decimal requested, decimal available)
    : TariffException(string.Create(CultureInfo.InvariantCulture, $"Requested {requested:0.00} but only {available:0.00} is available."))
{
    public decimal Requested { get; } = requested;

    public decimal Available { get; } = available;
}

/// <summary>A reservation can no longer be committed.</summary>
public sealed class ReservationExpiredException(string reservationId)
    : TariffException($"The reservation '{reservationId}' has expired.");

/// <summary>Somebody else changed the data since it was read.</summary>
public sealed class ConcurrencyConflictException(long expected, long actual)
    : TariffException(string.Create(CultureInfo.InvariantCulture, $"Expected version {expected} but found {actual}."))
{
    public long Expected { get; } = expected;

    public long Actual { get; } = actual;
}

/// <summary>The caller may not do what it asked for.</summary>
public sealed class AccessDeniedException(string message) : TariffException(message);

/// <summary>A readings file cannot be understood at all.</summary>
public sealed class ImportFormatException(string message) : TariffException(message);

/// <summary>A readings file was given up because too many rows were bad.</summary>
public sealed class ImportAbortedException(int quarantined)
    : TariffException(string.Create(CultureInfo.InvariantCulture, $"The import was aborted after {quarantined} bad rows."))
{
    public int Quarantined { get; } = quarantined;
}

/// <summary>The gateway failed in a way that may pass.</summary>
public sealed class TransientGatewayException(string message, TimeSpan? retryAfter = null) : TariffException(message)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The gateway refused the submission for good.</summary>
public sealed class SubmissionRejectedException(string message) : TariffException(message);

/// <summary>Every allowed attempt failed.</summary>
public sealed class SubmissionFailedException(int attempts, Exception inner)
    : TariffException(string.Create(CultureInfo.InvariantCulture, $"The submission failed after {attempts} attempts."), inner)
{
    public int Attempts { get; } = attempts;
}
