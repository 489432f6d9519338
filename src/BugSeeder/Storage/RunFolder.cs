using System.Text.Json;
using BugSeeder.Execution.Assistants;
using BugSeeder.Model;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Scores;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;
using BugSeeder.Model.Trials;

namespace BugSeeder.Storage;

/// <summary>One line of <c>trials.jsonl</c>: a finished trial.</summary>
/// <param name="Trial">The trial's name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Scored">Whether it was scored; a trial that was not is repeated by <c>run --resume</c>.</param>
public sealed record TrialLine(string Trial, TrialOutcome Outcome, bool Scored);

/// <summary>What a run leaves on disk.</summary>
/// <param name="folder">The run's folder.</param>
public sealed class RunFolder(string folder)
{
    private readonly Lock gate = new();

    /// <summary>The run's folder.</summary>
    public string Path { get; } = folder;

    private string Lines => System.IO.Path.Combine(Path, "trials.jsonl");

    /// <summary>Starts a run, unless another process has started one of this id.</summary>
    public bool TryCreate(RunRecord run)
    {
        Directory.CreateDirectory(Path);
        var file = System.IO.Path.Combine(Path, "run.json");
        try
        {
            using var writer = new StreamWriter(new FileStream(file, FileMode.CreateNew));
            writer.Write(Json.ToText(run));
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }

    /// <summary>Reads what a run set out to do.</summary>
    /// <exception cref="UserError">There is no such run, or its record is damaged.</exception>
    public RunRecord Read()
    {
        try
        {
            return Json.Read<RunRecord>(File.ReadAllText(System.IO.Path.Combine(Path, "run.json")));
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            throw new UserError($"The run '{System.IO.Path.GetFileName(Path)}' cannot be read: {problem.Message}", "Name a run that is there; without a name the latest is taken.");
        }
    }

    /// <summary>The names of the trials that need not be repeated. A line that was cut off by a crash is as if it had not been written.</summary>
    public IReadOnlySet<string> Finished => ReadLines().Where(line => line.Scored).Select(line => line.Trial).ToHashSet(StringComparer.Ordinal);

    /// <summary>Stores a trial: its files first, and then the line that makes it count, flushed to disk.</summary>
    public void Store(TrialReport trial, AssistantRun run)
    {
        var inner = System.IO.Path.Combine(Path, "trials", trial.Observation.Trial.ToString());
        if (Directory.Exists(inner))
            Directory.Delete(inner, recursive: true);
        Directory.CreateDirectory(inner);
        void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(inner, name), text);
        Write("challenge.json", Json.ToText(trial.Challenge));
        Write("prompt.md", trial.Prompt);
        Write("transcript.json", Json.ToText(trial.Transcript));
        File.WriteAllBytes(System.IO.Path.Combine(inner, "stdout.log"), run.Output);
        File.WriteAllBytes(System.IO.Path.Combine(inner, "stderr.log"), run.Error);
        foreach (var (name, bytes) in run.Evidence)
        {
            Directory.CreateDirectory(System.IO.Path.Combine(inner, "evidence"));
            File.WriteAllBytes(System.IO.Path.Combine(inner, "evidence", name.Replace('/', '_')), bytes);
        }

        Write("assistant.patch", trial.Patch);
        Write("observation.json", Json.ToText(trial.Observation));
        if (trial.Score is { } score)
            Write("score.json", Json.ToText(score));
        Append(new(trial.Observation.Trial.ToString(), trial.Observation.Outcome, trial.Score is not null));
    }

    /// <summary>What an earlier start tried of a trial that has to be repeated. What it cost is spent all the same, and its record is about to be replaced.</summary>
    public IReadOnlyList<FailedAttempt> TriedInVain(TrialKey trial)
    {
        if (ReadLines().LastOrDefault(line => line.Trial == trial.ToString()) is not { Scored: false } line)
            return [];
        var ended = ReadTrial(line.Trial);
        var seen = ended.Observation;
        return [.. seen.Failed, new(seen.Outcome, seen.OutcomeReason, seen.Seconds, PauseSeconds: 0, ended.Transcript.Usage?.CostUsd)];
    }

    /// <summary>Every finished trial, in the order of their names.</summary>
    public IReadOnlyList<TrialReport> ReadTrials() =>
        [.. ReadLines().Select(line => line.Trial).Distinct().Order(StringComparer.Ordinal).Select(ReadTrial)];

    /// <summary>Keeps what is known of a spec before the first trial. What is there already stays: later knowledge must not shape it.</summary>
    public void Keep(SpecStudy study)
    {
        var file = System.IO.Path.Combine(Path, "specs", study.Briefing.Replace(':', '-') + ".json");
        if (File.Exists(file))
            return;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Json.ToText(study));
    }

    /// <summary>What was known of the specs before the first trial.</summary>
    /// <exception cref="UserError">A file is damaged.</exception>
    public IReadOnlyList<SpecStudy> ReadStudies()
    {
        var inner = System.IO.Path.Combine(Path, "specs");
        return Directory.Exists(inner) ? [.. Directory.EnumerateFiles(inner, "*.json").Order(StringComparer.Ordinal).Select(ReadStudy)] : [];
    }

    private static SpecStudy ReadStudy(string file)
    {
        try
        {
            return Json.Read<SpecStudy>(File.ReadAllText(file));
        }
        catch (JsonException problem)
        {
            throw new UserError($"'{file}' cannot be read: {problem.Message}", "Delete it; the report then leaves the spec out.");
        }
    }

    private TrialReport ReadTrial(string name)
    {
        var inner = System.IO.Path.Combine(Path, "trials", name);
        string Text(string file) => File.ReadAllText(System.IO.Path.Combine(inner, file));
        try
        {
            return new(
                Json.Read<Challenge>(Text("challenge.json")),
                Json.Read<Observation>(Text("observation.json")),
                File.Exists(System.IO.Path.Combine(inner, "score.json")) ? Json.Read<Score>(Text("score.json")) : null,
                Text("assistant.patch"),
                Text("prompt.md"),
                Json.Read<Transcript>(Text("transcript.json")));
        }
        catch (Exception problem) when (problem is IOException or JsonException)
        {
            throw new UserError($"The trial '{name}' of the run '{System.IO.Path.GetFileName(Path)}' cannot be read: {problem.Message}", "Delete its line from trials.jsonl and run again with --resume.");
        }
    }

    private IEnumerable<TrialLine> ReadLines()
    {
        if (!File.Exists(Lines))
            yield break;
        foreach (var text in File.ReadLines(Lines))
        {
            TrialLine? line = null;
            try
            {
                line = Json.Read<TrialLine>(text);
            }
            catch (JsonException)
            {
                // Cut off by a crash.
            }

            if (line is not null)
                yield return line;
        }
    }

    private void Append(TrialLine line)
    {
        lock (gate)
        {
            using var file = new FileStream(Lines, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            // A line that was cut off must not swallow the next one.
            if (file.Length > 0)
            {
                file.Seek(-1, SeekOrigin.End);
                if (file.ReadByte() != '\n')
                    file.WriteByte((byte)'\n');
            }

            file.Seek(0, SeekOrigin.End);
            file.Write(System.Text.Encoding.UTF8.GetBytes(Json.ToLine(line) + "\n"));
            file.Flush(flushToDisk: true);
        }
    }
}
