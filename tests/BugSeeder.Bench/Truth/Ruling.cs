namespace BugSeeder.Bench.Truth;

/// <summary>What somebody says of a mutant, as far as different tools can be compared.</summary>
internal enum Ruling
{
    /// <summary>It does not compile.</summary>
    DoesNotCompile,

    /// <summary>The tests notice it: one fails, the test process ends early, or the tests do not end in time.</summary>
    Noticed,

    /// <summary>The tests do not notice it.</summary>
    Unnoticed,
}
