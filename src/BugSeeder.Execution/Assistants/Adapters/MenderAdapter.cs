using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>Mender, which ships beside us: it runs on this machine alone and is asked like any other assistant.</summary>
internal sealed class MenderAdapter(AssistantSettings settings) : Adapter(settings)
{
    private const string Assembly = "BugSeeder.Mender.dll";

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "mender",
        "Mender, BugSeeder's own program repair by spec: works offline, needs no model, no key and no money, and does the same each time.",
        settings => new MenderAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install the .NET SDK and put dotnet on PATH";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> VersionArguments => [Mender, "--version"];

    /// <summary>Unless a command of the user's takes its place.</summary>
    public override bool IsOurs => Settings.Command is not { Count: > 0 };

    /// <inheritdoc/>
    protected override string Program => "dotnet";

    private static string Folder => Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    private static string Mender => Path.Combine(Folder, Assembly);

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places) =>
        Common(program, task, [Mender, "--workspace", places.Workspace, "--work", places.In("work")], AssistantEnvironment.Of(places)) with
        {
            Folders = ["home", "work"],
            ReadOnlyPaths = [.. Installation.Of(program), Folder],
        };

    /// <inheritdoc/>
    public override EventReader Reader() => new PlainReader();
}
