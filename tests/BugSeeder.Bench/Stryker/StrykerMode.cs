namespace BugSeeder.Bench.Stryker;

/// <summary>How Stryker runs the tests.</summary>
internal enum StrykerMode
{
    /// <summary>Through VSTest and the framework's adapter.</summary>
    VSTest,

    /// <summary>Through Microsoft.Testing.Platform, in a test program that is kept and used again.</summary>
    TestingPlatform,
}
