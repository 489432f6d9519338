namespace Tariff;

/// <summary>Where plans come from; a call may be slow.</summary>
public interface IPlanSource
{
    /// <summary>Returns the plan, or null when there is none.</summary>
    Task<TariffPlan?> FindAsync(string planCode, CancellationToken cancellationToken);
}

/// <summary>Looks plans up by code and remembers a bounded number of them.</summary>
public sealed class PriceBook : IDisposable
{
    private readonly IPlanSource _source;
    private readonly AuditLog _audit;
    private readonly BoundedCache<string, Task<TariffPlan>> _plans;

    public PriceBook(IPlanSource source, AuditLog audit, int capacity = 64)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(audit);
        _source = source;
        _audit = audit;
        _plans = new BoundedCache<string, Task<TariffPlan>>(capacity, StringComparer.OrdinalIgnoreCase);
    }

    public int CachedPlans => _plans.Count;

    public async Task<TariffPlan> GetAsync(string planCode, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(planCode);
        cancellationToken.ThrowIfCancellationRequested();
        var key = planCode.Trim();
        // Callers share one look-up, so it must not end because one of them gave up.
        var lookup = _plans.GetOrAdd(key, code => LoadAsync(code));
        try
        {
            return await lookup.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (lookup.IsFaulted || lookup.IsCanceled)
        {
            // A failed look-up is not remembered.
            _plans.Remove(key, lookup);
            throw;
        }
    }

    public void Dispose() => _plans.Dispose();

    private async Task<TariffPlan> LoadAsync(string code)
    {
        try
        {
            var plan = await _source.FindAsync(code, CancellationToken.None).ConfigureAwait(false);
            return plan ?? throw new UnknownPlanException(code);
        }
        catch (Exception error)
        {
            _audit.Append(AuditKind.PlanLookupFailed, "system", $"{code}: {error.Message}");
            throw;
        }
    }
}
