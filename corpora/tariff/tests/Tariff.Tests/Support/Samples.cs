namespace Tariff.Tests.Support;

/// <summary>Shared sample data.</summary>
public static class Samples
{
    public static readonly DateTimeOffset Noon = new(2025, 6, 10, 12, 0, 0, TimeSpan.Zero);

    public static readonly AccountNumber Account = AccountNumber.Parse("NE10203040");

    public static readonly AccountNumber OtherAccount = AccountNumber.Parse("SW99887766");

    public static readonly BillingZone Berlin = new("Europe/Berlin");

    public static ManualTime Time() => new(Noon);

    public static AuditLog Audit() => new(Time());

    public static Principal User(Role role, params AccountNumber[] own) => new($"{role}-1", role, own);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static BillingWindow Window(string from, string toExclusive) => new(Date(from), Date(toExclusive));

    public static IntervalUsage Hour(string startUtc, decimal kwh) => new(Utc(startUtc), TimeSpan.FromHours(1), kwh);

    public static TariffPlan TimeOfUsePlan(
        string code = "TOU-1",
        decimal monthlyFixed = 0m,
        decimal minimum = 0m,
        DemandCharge? demand = null)
    {
        PeriodRate[] rates =
        [
            new(Season.Summer, RatePeriod.Peak, 0.40m),
            new(Season.Summer, RatePeriod.Shoulder, 0.25m),
            new(Season.Summer, RatePeriod.OffPeak, 0.12m),
            new(Season.Winter, RatePeriod.Peak, 0.38m),
            new(Season.Winter, RatePeriod.Shoulder, 0.24m),
            new(Season.Winter, RatePeriod.OffPeak, 0.11m),
        ];
        return TariffPlan.TimeOfUse(code, rates) with
        {
            MonthlyFixed = monthlyFixed,
            MonthlyMinimum = minimum,
            Demand = demand,
        };
    }

    public static Bill Bill(string number = "B-1", decimal amount = 100m, decimal tax = 20m, AccountNumber? account = null) => new()
    {
        Number = number,
        Account = account ?? Account,
        Window = Window("2025-06-01", "2025-07-01"),
        Lines = [new BillLine(LineKind.Energy, "Summer Peak", 250m, 0.4m, amount)],
        Tax = tax,
        Version = 1,
    };

    /// <summary>Runs on a thread of its own, so that a busy thread pool delays nothing.</summary>
    public static Task<T> OnOwnThread<T>(Func<T> action) =>
        Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public static void WithCulture(string name, Action action)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
