using BugSeeder.Pipeline;

namespace BugSeeder.EndToEnd;

/// <summary>Cancels when so many trials are done.</summary>
internal sealed class StopAfter(int trials, CancellationTokenSource stop) : IProgressSink
{
    public void Note(string text)
    {
    }

    public void Warn(string text)
    {
    }

    public void Advance(string job, int done, int total)
    {
        if (job == "trials" && done == trials)
            stop.Cancel();
    }
}
