namespace Tariff.Tests.Support;

/// <summary>A plan source that counts its calls.</summary>
public sealed class FakePlanSource(params TariffPlan[] plans) : IPlanSource
{
    public List<string> Calls { get; } = [];

    public Func<string, Task<TariffPlan?>>? Answer { get; set; }

    public Task<TariffPlan?> FindAsync(string planCode, CancellationToken cancellationToken)
    {
        Calls.Add(planCode);
        return Answer?.Invoke(planCode)
            ?? Task.FromResult(plans.FirstOrDefault(plan => string.Equals(plan.Code, planCode, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>A usage source that knows some meters and remembers what it was asked for.</summary>
public sealed class FakeUsageSource(params MeterId[] known) : IUsageSource
{
    public List<IReadOnlyCollection<MeterId>> Calls { get; } = [];

    public Func<Task>? BeforeAnswer { get; set; }

    public async Task<IReadOnlyDictionary<MeterId, IReadOnlyList<IntervalUsage>>> ReadAsync(
        IReadOnlyCollection<MeterId> meters,
        BillingWindow window,
        CancellationToken cancellationToken)
    {
        Calls.Add(meters.ToArray());
        if (BeforeAnswer is not null)
        {
            await BeforeAnswer();
        }

        return meters.Where(known.Contains).Distinct().ToDictionary(meter => meter, meter => (IReadOnlyList<IntervalUsage>)[Samples.Hour("2025-06-10T12:00Z", 10m)]);
    }
}

/// <summary>A gateway that answers from a script, then with success.</summary>
public sealed class FakeGateway(params Exception?[] script) : IPaymentGateway
{
    private readonly Queue<Exception?> _script = new(script);

    public List<(PaymentRequest Request, string Key)> Calls { get; } = [];

    public Func<Task<string>>? Answer { get; set; }

    public Task<string> CollectAsync(PaymentRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        Calls.Add((request, idempotencyKey));
        if (Answer is not null)
        {
            return Answer();
        }

        return _script.TryDequeue(out var error) && error is not null
            ? Task.FromException<string>(error)
            : Task.FromResult($"OK-{Calls.Count}");
    }
}

/// <summary>A reader that knows whether it was closed and can fail half-way.</summary>
public sealed class SpyReader(string text, int failAtLine = int.MaxValue) : StringReader(text)
{
    private int _lines;

    public bool IsDisposed { get; private set; }

    public Action<int>? OnLine { get; set; }

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        _lines++;
        OnLine?.Invoke(_lines);
        return _lines >= failAtLine
            ? ValueTask.FromException<string?>(new IOException("The disk is gone."))
            : base.ReadLineAsync(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}

/// <summary>A writer that keeps its text after it was closed.</summary>
public sealed class SpyWriter : StringWriter
{
    public bool IsDisposed { get; private set; }

    public Func<string?, bool>? FailsOn { get; init; }

    public override Task WriteAsync(string? value) =>
        FailsOn?.Invoke(value) == true ? Task.FromException(new IOException("The disk is full.")) : base.WriteAsync(value);

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class SpyDisposable : IDisposable
{
    public int Disposals { get; private set; }

    public void Dispose() => Disposals++;
}
