namespace BugSeeder.Pipeline;

/// <summary>What a long job tells while it runs. The library never writes to a console; whoever calls it decides what to show.</summary>
public interface IProgressSink
{
    /// <summary>A remark about what is going on.</summary>
    void Note(string text);

    /// <summary>Something the user should know about the result.</summary>
    void Warn(string text);

    /// <summary>How far a job is.</summary>
    /// <param name="job">The job's name; jobs are shown one below the other.</param>
    /// <param name="done">How much is done.</param>
    /// <param name="total">How much there is.</param>
    void Advance(string job, int done, int total);
}

/// <summary>Passes remarks of the execution room on.</summary>
internal sealed class NoteProgress(IProgressSink sink) : IProgress<string>
{
    public void Report(string value) => sink.Note(value);
}
