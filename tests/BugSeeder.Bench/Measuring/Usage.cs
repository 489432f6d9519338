namespace BugSeeder.Bench.Measuring;

/// <summary>What a job used.</summary>
/// <param name="WallSeconds">Time on the wall, in seconds.</param>
/// <param name="CpuSeconds">Processor time of the whole tree of processes, in seconds; <see langword="null"/> where it cannot be told.</param>
internal sealed record Usage(double WallSeconds, double? CpuSeconds);
