using System.Buffers;

namespace BugSeeder.Execution.Processes;

/// <summary>Keeps what a process writes up to a limit, and stops the process at the limit.</summary>
internal sealed class CappedOutput(long limit, ProcessWatch watch, IOutputWatch? listener)
{
    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> kept = new();

    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                watch.Heard();
                Keep(buffer.AsSpan(0, count));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The process is gone; what it wrote until now is kept.
        }
    }

    public byte[] ToArray()
    {
        lock (gate)
            return kept.WrittenSpan.ToArray();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            var room = (int)Math.Min(bytes.Length, limit - kept.WrittenCount);
            kept.Write(bytes[..room]);
            if (room < bytes.Length)
                watch.Stop(ProcessEnd.TooMuchOutput);
            else if (listener?.Heard(bytes) == false)
                watch.Stop(ProcessEnd.Stopped);
        }
    }
}
