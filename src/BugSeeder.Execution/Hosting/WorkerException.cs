namespace BugSeeder.Execution.Hosting;

/// <summary>A worker cannot be started for this test project; another way of running its tests has to be taken.</summary>
public sealed class WorkerException(string message, Exception? inner = null) : Exception(message, inner);
