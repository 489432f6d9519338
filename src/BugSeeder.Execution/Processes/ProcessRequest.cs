using BugSeeder.Execution.Sandboxes;

namespace BugSeeder.Execution.Processes;

/// <summary>A program to run, and what it may use. Arguments are a list, so nothing is ever quoted or split.</summary>
/// <param name="Program">The program, by name or path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
public sealed record ProcessRequest(string Program, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Variables to set, or with a null value to remove.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Where given, only these variables of our own environment are passed on.</summary>
    public IReadOnlySet<string>? InheritOnly { get; init; }

    /// <summary>How long it may run.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether the time limit is one of work, as where a verdict hangs on it: at the limit a process goes on that is working and has used less CPU time than that,
    /// since others kept it from the cores. At the latest it ends after five times the limit. Where CPU time cannot be read the limit is one of the clock.
    /// </summary>
    public bool LimitsWork { get; init; }

    /// <summary>How long it may be silent; <see langword="null"/> for as long as it likes.</summary>
    public TimeSpan? IdleLimit { get; init; }

    /// <summary>How many bytes it may write on each of standard output and standard error.</summary>
    public long OutputLimit { get; init; } = 64L * 1024 * 1024;

    /// <summary>Told what it writes on standard output while it runs; <see langword="null"/> when nobody listens.</summary>
    public IOutputWatch? Watch { get; init; }

    /// <summary>Text for its standard input, which is closed after it; <see langword="null"/> closes it at once.</summary>
    public string? Input { get; init; }

    /// <summary>Whether standard input stays open behind the text until the process has ended. Whoever reads it notices our end, even where we are killed.</summary>
    public bool HoldsInput { get; init; }

    /// <summary>The box it runs in; <see langword="null"/> for an ordinary process of this user.</summary>
    public Box? Box { get; init; }
}
