using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>The .NET SDK in a box: read-only, at its own place when that belongs to the system, and otherwise at a neutral one.</summary>
internal static class Toolchain
{
    private const string Place = "/opt/dotnet";

    /// <summary>The folder of the SDK on this machine; <see langword="null"/> when there is none.</summary>
    public static string? Root { get; } = ProgramPath.Find("dotnet") is { } program ? Path.GetDirectoryName(SystemFolders.RealPath(program)) : null;

    /// <summary>What has to be mounted for it.</summary>
    public static IReadOnlyList<BoxMount> Mounts { get; } = Root is null || SystemFolders.Show(Root) ? [] : [new(Root, Place)];

    /// <summary>The folder inside that holds the <c>dotnet</c> command.</summary>
    public static string? Folder => Root is null || SystemFolders.Show(Root) ? Root : Place;
}
