namespace Tariff.Tests;

public class BoundedCacheTests
{
    [Fact]
    public void The_least_recently_used_entry_is_dropped()
    {
        using var cache = new BoundedCache<string, int>(2);
        cache.GetOrAdd("a", _ => 1);
        cache.GetOrAdd("b", _ => 2);
        Assert.True(cache.TryGet("a", out _));

        cache.GetOrAdd("c", _ => 3);

        Assert.Equal(2, cache.Count);
        Assert.True(cache.TryGet("a", out var kept));
        Assert.Equal(1, kept);
        Assert.False(cache.TryGet("b", out _));
    }

    [Fact]
    public void A_hit_by_get_or_add_counts_as_use()
    {
        using var cache = new BoundedCache<string, int>(2);
        cache.GetOrAdd("a", _ => 1);
        cache.GetOrAdd("b", _ => 2);
        Assert.Equal(1, cache.GetOrAdd("a", _ => 9));

        cache.GetOrAdd("c", _ => 3);

        Assert.True(cache.TryGet("a", out _));
    }

    [Fact]
    public void A_dropped_value_is_disposed_and_a_kept_one_is_not()
    {
        using var cache = new BoundedCache<int, SpyDisposable>(1);
        var first = cache.GetOrAdd(1, _ => new SpyDisposable());
        var second = cache.GetOrAdd(2, _ => new SpyDisposable());

        Assert.Equal(1, first.Disposals);
        Assert.Equal(0, second.Disposals);
    }

    [Fact]
    public void Disposing_the_cache_disposes_its_values_once()
    {
        var cache = new BoundedCache<int, SpyDisposable>(3);
        var value = cache.GetOrAdd(1, _ => new SpyDisposable());

        cache.Dispose();
        cache.Dispose();

        Assert.Equal(1, value.Disposals);
    }

    [Fact]
    public void A_disposed_cache_cannot_be_used()
    {
        var cache = new BoundedCache<int, int>(3);
        cache.Dispose();

        Assert.Throws<ObjectDisposedException>(() => cache.GetOrAdd(1, key => key));
        Assert.Throws<ObjectDisposedException>(() => cache.TryGet(1, out _));
    }

    [Fact]
    public void An_entry_is_removed_only_while_it_holds_the_expected_value()
    {
        using var cache = new BoundedCache<string, int>(2);
        cache.GetOrAdd("a", _ => 1);

        Assert.False(cache.Remove("a", 2));
        Assert.Equal(1, cache.Count);
        Assert.True(cache.Remove("a", 1));
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void A_failed_creation_leaves_no_entry()
    {
        using var cache = new BoundedCache<string, int>(2);

        Assert.Throws<InvalidOperationException>(() => cache.GetOrAdd("a", _ => throw new InvalidOperationException()));
        Assert.Equal(0, cache.Count);
        Assert.Equal(5, cache.GetOrAdd("a", _ => 5));
    }

    [Fact]
    public void Keys_are_compared_with_the_given_comparer()
    {
        using var cache = new BoundedCache<string, int>(2, StringComparer.OrdinalIgnoreCase);
        cache.GetOrAdd("key", _ => 1);

        Assert.Equal(1, cache.GetOrAdd("KEY", _ => 2));
    }

    [Fact]
    public void A_capacity_below_one_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoundedCache<int, int>(0));
    }

    [Fact(Timeout = 5000)]
    public async Task A_value_is_created_once_when_two_callers_ask_at_the_same_time()
    {
        using var cache = new BoundedCache<string, int>(2);
        var creations = 0;
        Task<int>? second = null;

        var first = await OnOwnThread(() => cache.GetOrAdd("a", _ =>
        {
            Interlocked.Increment(ref creations);
            second = OnOwnThread(() => cache.GetOrAdd("a", _ => Interlocked.Increment(ref creations) * 100));
            second.Wait(TimeSpan.FromMilliseconds(60));
            return 7;
        }));

        Assert.Equal(7, first);
        Assert.Equal(7, await second!);
        Assert.Equal(1, creations);
    }
}
