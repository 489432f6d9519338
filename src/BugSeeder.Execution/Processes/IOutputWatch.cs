namespace BugSeeder.Execution.Processes;

/// <summary>Listens to a process while it runs, and may have enough of it.</summary>
public interface IOutputWatch
{
    /// <summary>Told what came on standard output, in order; <see langword="false"/> ends the process.</summary>
    bool Heard(ReadOnlySpan<byte> bytes);
}
