namespace Tariff;

/// <summary>What is to be billed.</summary>
public sealed record BillingRequest
{
    public required string BillNumber { get; init; }

    public required AccountNumber Account { get; init; }

    public required string PlanCode { get; init; }

    public required BillingWindow Window { get; init; }

    public required IEnumerable<IntervalUsage> Usage { get; init; }

    public DateOnly? BirthDate { get; init; }

    public DateOnly? MoveIn { get; init; }

    public DateOnly? MoveOut { get; init; }

    /// <summary>The highest measured demand of the preceding months.</summary>
    public decimal EarlierHighestKw { get; init; }

    public IReadOnlyList<Discount> Discounts { get; init; } = [];
}
