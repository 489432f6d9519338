namespace Tariff;

/// <summary>An append-only log; entries never contain whole account numbers.</summary>
public sealed class AuditLog
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly List<AuditEntry> _entries = [];
    private int _failedNotifications;

    public AuditLog(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
    }

    /// <summary>Raised after an entry was stored, outside the lock.</summary>
    public event EventHandler<AuditEntry>? Appended;

    /// <summary>How often a subscriber threw.</summary>
    public int FailedNotifications => Volatile.Read(ref _failedNotifications);

    /// <summary>A snapshot of all entries, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return _entries.ToArray();
            }
        }
    }

    public AuditEntry Append(AuditKind kind, string actor, string detail)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        ArgumentNullException.ThrowIfNull(detail);
        AuditEntry entry;
        lock (_gate)
        {
            entry = new AuditEntry(
                _entries.Count + 1,
                _time.GetUtcNow(),
                kind,
                Redaction.InText(actor),
                Redaction.InText(detail));
            _entries.Add(entry);
        }

        Notify(entry);
        return entry;
    }

    public IReadOnlyList<AuditEntry> OfKind(AuditKind kind) => Entries.Where(entry => entry.Kind == kind).ToArray();

    /// <summary>The entries after the given sequence number.</summary>
    public IReadOnlyList<AuditEntry> Since(long sequence) =>
        Entries.Where(entry => entry.Sequence > sequence).ToArray();

    private void Notify(AuditEntry entry)
    {
        foreach (var handler in Appended?.GetInvocationList() ?? [])
        {
            try
            {
                ((EventHandler<AuditEntry>)handler)(this, entry);
            }
            catch (Exception)
            {
                // A broken subscriber must not lose the entry or the caller's work.
                Interlocked.Increment(ref _failedNotifications);
            }
        }
    }
}
