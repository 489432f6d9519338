using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>
/// A room for a process: what it can see, reach and use. Give it to a <see cref="ProcessRequest"/>, and the process starts inside, with all
/// that it starts itself, and everything ends with it. Paths of writable and renamed mounts are translated in the request's program,
/// arguments, working directory and variables, so the caller goes on speaking of its own paths. Of our environment nothing is inherited but
/// language, time zone, certificates, and what the request names.
/// </summary>
public sealed record Box
{
    private readonly IWall wall;

    internal Box(IWall wall, IReadOnlyList<BoxMount> mounts)
    {
        this.wall = wall;
        Mounts = mounts;
    }

    /// <summary>What can be seen beside the system's programs and libraries.</summary>
    public IReadOnlyList<BoxMount> Mounts { get; init; }

    /// <summary>Folders that must not be seen, even where they lie in one that can be.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>What can be reached.</summary>
    public BoxNetwork Network { get; init; } = new NoNetwork();

    /// <summary>What may be used.</summary>
    public BoxLimits Limits { get; init; } = new();

    /// <summary>Variables that are set whatever the request says.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>A text with our paths replaced by those of the box.</summary>
    public string Inside(string text) => BoxPaths.Translate(text, Mounts);

    /// <summary>Makes the request that starts the wall with the process in it.</summary>
    internal BoxedStart Enter(ProcessRequest request) => wall.Enter(request, this);
}
