using System.Collections.Concurrent;

namespace BugSeeder.Execution.Processes;

/// <summary>
/// The one thread that starts processes. A child that asks the kernel to die with its parent dies with the <em>thread</em> that started it,
/// and threads of the pool retire after some seconds; this one never ends.
/// </summary>
internal static class StarterThread
{
    private static readonly BlockingCollection<Action> Jobs = Start();

    public static Task<T> RunAsync<T>(Func<T> job)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Jobs.Add(() =>
        {
            try
            {
                done.SetResult(job());
            }
#pragma warning disable CA1031 // Whatever it is belongs to the caller, and must not end the thread.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                done.SetException(problem);
            }
        });
        return done.Task;
    }

    private static BlockingCollection<Action> Start()
    {
        var jobs = new BlockingCollection<Action>();
        new Thread(() => Work(jobs)) { IsBackground = true, Name = "process starter" }.Start();
        return jobs;
    }

    private static void Work(BlockingCollection<Action> jobs)
    {
        foreach (var job in jobs.GetConsumingEnumerable())
            job();
    }
}
