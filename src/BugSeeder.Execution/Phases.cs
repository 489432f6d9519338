using System.Diagnostics;

namespace BugSeeder.Execution;

/// <summary>
/// What a job spends its time on, by name, for whoever listens: <c>tests/BugSeeder.Bench</c> makes a table of it. Where nobody listens, a phase costs a null check.
/// </summary>
public static class Phases
{
    /// <summary>The name that a listener asks for.</summary>
    public const string Source = "BugSeeder";

    private static readonly ActivitySource Activities = new(Source);

    /// <summary>Opens a phase; it ends when what is returned is disposed of. A phase opened in it is a part of it.</summary>
    public static Activity? Start(string name) => Activities.StartActivity(name);
}
