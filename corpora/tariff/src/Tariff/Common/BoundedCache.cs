namespace Tariff;

/// <summary>A thread-safe cache that drops the least recently used entry when it is full.</summary>
public sealed class BoundedCache<TKey, TValue> : IDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _index;
    private readonly LinkedList<KeyValuePair<TKey, TValue>> _byUse = new();
    private bool _disposed;

    public BoundedCache(int capacity, IEqualityComparer<TKey>? comparer = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _index = new Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>>(comparer);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _index.Count;
            }
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return TryTouch(key, out value);
        }
    }

    /// <summary>Returns the cached value or creates it; at most one creation runs at a time.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        List<TValue> dropped = [];
        TValue result;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (TryTouch(key, out var known))
            {
                return known;
            }

            result = create(key);
            _index[key] = _byUse.AddFirst(new KeyValuePair<TKey, TValue>(key, result));
            while (_index.Count > _capacity)
            {
                var oldest = _byUse.Last!;
                _byUse.RemoveLast();
                _index.Remove(oldest.Value.Key);
                dropped.Add(oldest.Value.Value);
            }
        }

        DisposeAll(dropped);
        return result;
    }

    /// <summary>Removes the entry if it still holds the expected value.</summary>
    public bool Remove(TKey key, TValue expected)
    {
        lock (_gate)
        {
            if (!_index.TryGetValue(key, out var node) || !EqualityComparer<TValue>.Default.Equals(node.Value.Value, expected))
            {
                return false;
            }

            _index.Remove(key);
            _byUse.Remove(node);
        }

        DisposeAll([expected]);
        return true;
    }

    public void Dispose()
    {
        List<TValue> remaining;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            remaining = _byUse.Select(pair => pair.Value).ToList();
            _byUse.Clear();
            _index.Clear();
        }

        DisposeAll(remaining);
    }

    private static void DisposeAll(IEnumerable<TValue> values)
    {
        foreach (var disposable in values.OfType<IDisposable>().Where(value => value is not Task))
        {
            disposable.Dispose();
        }
    }

    private bool TryTouch(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_index.TryGetValue(key, out var node))
        {
            _byUse.Remove(node);
            _byUse.AddFirst(node);
            value = node.Value.Value;
            return true;
        }

        value = default;
        return false;
    }
}
