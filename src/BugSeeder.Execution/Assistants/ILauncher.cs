using BugSeeder.Execution.Processes;

namespace BugSeeder.Execution.Assistants;

/// <summary>Runs what an adapter wants run. This is the place where assistants are boxed in, whichever they are.</summary>
public interface ILauncher
{
    /// <summary>The trial's folders by the names that the assistant will see.</summary>
    AssistantPlaces Places(AssistantTask task);

    /// <summary>Writes the invocation's files into the task's private folder and runs it to its end, or to the end of what it may use.</summary>
    /// <param name="invocation">What to run.</param>
    /// <param name="task">The trial, with its folders as they are called here.</param>
    /// <param name="watch">Told what it prints while it runs, and may stop it; <see langword="null"/> when nobody listens.</param>
    /// <param name="cancellationToken">Ends it with everything that it started.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    Task<ProcessResult> LaunchAsync(Invocation invocation, AssistantTask task, IOutputWatch? watch, CancellationToken cancellationToken);
}
