using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Assistants;

/// <summary>Runs an assistant as an ordinary process of this user: bounded in time and output, and hidden from nothing.</summary>
public sealed class DirectLauncher : ILauncher
{
    /// <inheritdoc/>
    public AssistantPlaces Places(AssistantTask task) => new(task.Workspace, task.PrivateFolder);

    /// <inheritdoc/>
    public async Task<ProcessResult> LaunchAsync(Invocation invocation, AssistantTask task, IOutputWatch? watch, CancellationToken cancellationToken)
    {
        await InvocationFiles.WriteAsync(invocation, task.PrivateFolder, cancellationToken);
        return await ProcessRunner.RunAsync(RequestOf(invocation, task, watch), cancellationToken);
    }

    /// <summary>The process that an invocation is outside of any sandbox.</summary>
    public static ProcessRequest RequestOf(Invocation invocation, AssistantTask task, IOutputWatch? watch)
    {
        var environment = GitVariables.None();
        foreach (var (name, value) in invocation.Environment)
            environment[name] = value;
        return new(invocation.Program, invocation.Arguments, task.Workspace)
        {
            Environment = environment,
            InheritOnly = invocation.Inherit,
            TimeLimit = task.Limits.Time,
            IdleLimit = task.Limits.Idle,
            OutputLimit = task.Limits.OutputBytes,
            Input = invocation.Input,
            Watch = watch,
        };
    }
}
