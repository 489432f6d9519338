using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>How long hosted tests may take. CPU time decides, since it does not depend on who else is using the machine.</summary>
internal static class HostLimits
{
    /// <summary>CPU time of one test in a warm process, at least, in milliseconds.</summary>
    public const int WarmCpu = 500;

    /// <summary>How long a test in a warm process may wait without using any CPU time, at least, in milliseconds.</summary>
    public const int WarmIdle = 1_500;

    /// <summary>CPU time of one test in a cold process, where much is compiled for the first time, and where a time-out is final, in milliseconds.</summary>
    public const int ColdCpu = 1_000;

    /// <summary>What a test may use whose cost is not known yet.</summary>
    public static TestLimits Unknown { get; } = new(120_000, 120_000, 120_000);

    /// <summary>The longest that one request may take. Single tests are watched in the worker; this is for a worker that cannot even watch.</summary>
    public static TimeSpan Whole { get; } = TimeSpan.FromMinutes(20);
}
