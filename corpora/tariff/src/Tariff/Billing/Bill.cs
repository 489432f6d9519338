namespace Tariff;

public enum LineKind
{
    Energy,
    Fixed,
    Demand,
    MinimumTopUp,
    Discount,
    Adjustment,
}

/// <summary>One line of a bill; the amount is already rounded.</summary>
public sealed record BillLine(LineKind Kind, string Description, decimal Quantity, decimal UnitPrice, decimal Amount);

/// <summary>A calculated bill.</summary>
public sealed record Bill
{
    public required string Number { get; init; }

    public required AccountNumber Account { get; init; }

    public required BillingWindow Window { get; init; }

    public required IReadOnlyList<BillLine> Lines { get; init; }

    public required decimal Tax { get; init; }

    public bool IsEstimated { get; init; }

    /// <summary>Incremented whenever a changed bill is saved.</summary>
    public long Version { get; init; }

    public decimal Charges => Lines
        .Where(line => line.Kind is not (LineKind.Discount or LineKind.Adjustment))
        .Sum(line => line.Amount);

    public decimal DiscountTotal => Lines.Where(line => line.Kind == LineKind.Discount).Sum(line => line.Amount);

    public decimal AdjustmentTotal => Lines.Where(line => line.Kind == LineKind.Adjustment).Sum(line => line.Amount);

    /// <summary>Charges less discounts, before tax and adjustments.</summary>
    public decimal Taxable => Charges + DiscountTotal;

    public decimal Total => Taxable + Tax + AdjustmentTotal;
}
