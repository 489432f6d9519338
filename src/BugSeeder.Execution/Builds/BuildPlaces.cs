using System.Threading.Channels;

namespace BugSeeder.Execution.Builds;

/// <summary>The places in which trees are built and tested, each by one tree at a time.</summary>
internal sealed class BuildPlaces : IDisposable
{
    private readonly Channel<BuildSlot> free = Channel.CreateUnbounded<BuildSlot>();
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> preparing = [];
    private readonly SemaphoreSlim collecting = new(1);
    private int count = 1;

    /// <summary>Begins with one place, which is ready.</summary>
    public BuildPlaces(BuildSlot first) => free.Writer.TryWrite(first);

    /// <summary>Adds a place, which gets ready while the others are in use already.</summary>
    public void Add(BuildSlot slot, IReadOnlyList<TestCandidate> tests, CancellationToken cancellationToken) => preparing.Add(PrepareAsync(slot, tests, cancellationToken));

    /// <summary>Does something in a place as soon as one is free.</summary>
    public async Task<T> UseAsync<T>(Func<BuildSlot, Task<T>> workAsync, CancellationToken cancellationToken)
    {
        var slot = await free.Reader.ReadAsync(cancellationToken);
        try
        {
            return await workAsync(slot);
        }
        finally
        {
            free.Writer.TryWrite(slot);
        }
    }

    /// <summary>Does something in a place while nobody uses any other.</summary>
    public async Task<T> UseAloneAsync<T>(Func<BuildSlot, Task<T>> workAsync, CancellationToken cancellationToken)
    {
        // One at a time, or two would wait for each other's places.
        await collecting.WaitAsync(cancellationToken);
        var taken = new List<BuildSlot>();
        try
        {
            while (taken.Count < Volatile.Read(ref count))
                taken.Add(await free.Reader.ReadAsync(cancellationToken));
            return await workAsync(taken[0]);
        }
        finally
        {
            foreach (var slot in taken)
                free.Writer.TryWrite(slot);
            collecting.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A place that is still getting ready has processes, and writes to a folder that is about to be removed.
        closing.Cancel();
        Task.WaitAll([.. preparing], TimeSpan.FromSeconds(10));
        closing.Dispose();
        collecting.Dispose();
    }

    private async Task PrepareAsync(BuildSlot slot, IReadOnlyList<TestCandidate> tests, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, closing.Token);
        // It begins with writing a whole tree, which the first place need not wait for.
        await Task.Yield();
        try
        {
            if ((await slot.PrepareAsync(tests, stop.Token)).Succeeded)
            {
                Interlocked.Increment(ref count);
                free.Writer.TryWrite(slot);
            }
        }
        catch (Exception unusable) when (unusable is OperationCanceledException or IOException)
        {
            // There is one place less; the first one is enough.
        }
    }
}
