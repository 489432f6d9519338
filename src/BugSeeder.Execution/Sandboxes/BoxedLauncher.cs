using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Sandboxes;

/// <summary>Runs an assistant in a box: its workspace, its private folder and its own installation are all it sees of this machine.</summary>
/// <param name="box">What every trial's box has in common, such as packages and limits.</param>
/// <param name="network">Makes the network of a trial that needs these hosts.</param>
public sealed class BoxedLauncher(Box box, Func<IReadOnlyList<ApiHost>, BoxNetwork> network) : ILauncher
{
    private const string Workspace = "/workspace";

    /// <inheritdoc/>
    public AssistantPlaces Places(AssistantTask task) => new(Workspace, BoxedEnvironment.Home);

    /// <inheritdoc/>
    public async Task<ProcessResult> LaunchAsync(Invocation invocation, AssistantTask task, IOutputWatch? watch, CancellationToken cancellationToken)
    {
        await InvocationFiles.WriteAsync(invocation, task.PrivateFolder, cancellationToken);
        var request = DirectLauncher.RequestOf(invocation, task, watch) with { InheritOnly = invocation.Inherit ?? new HashSet<string>() };
        return await ProcessRunner.RunAsync(request with { Box = BoxOf(invocation, task) }, cancellationToken);
    }

    private Box BoxOf(Invocation invocation, AssistantTask task) => box with
    {
        Mounts =
        [
            .. box.Mounts,
            // A script that is named to an interpreter is a part of the program as well.
            .. ToolMounts.Of(invocation.ReadOnlyPaths.Concat(invocation.Arguments.Where(argument => Path.IsPathRooted(argument) && File.Exists(argument))), box.Hidden),
            new(task.Workspace, Workspace, IsWritable: true),
            new(task.PrivateFolder, BoxedEnvironment.Home, IsWritable: true),
        ],
        Network = network(invocation.ApiHosts),
    };
}
