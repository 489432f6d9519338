using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants;

/// <summary>What differs between assistants: what to run, and what the output means. It runs nothing itself.</summary>
/// <param name="settings">The assistant as the configuration describes it.</param>
internal abstract class Adapter(AssistantSettings settings)
{
    /// <summary>The assistant as the configuration describes it.</summary>
    public AssistantSettings Settings { get; } = settings;

    /// <summary>The program and the arguments before all others.</summary>
    public IReadOnlyList<string> Command => Settings.Command is { Count: > 0 } command ? command : [Program];

    /// <summary>How to get it.</summary>
    public abstract string Install { get; }

    /// <summary>The variables of which one must hold a key or login, the usual one first; empty where none is needed or nobody knows.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>The arguments that make it print its version; empty where no option can be counted on to be harmless.</summary>
    public virtual IReadOnlyList<string> VersionArguments => ["--version"];

    /// <inheritdoc cref="IAssistant.IsOurs"/>
    public virtual bool IsOurs => false;

    /// <summary>The name of its program.</summary>
    protected abstract string Program { get; }

    /// <summary>What to run for a trial.</summary>
    /// <param name="program">The program's full path.</param>
    /// <param name="task">The trial.</param>
    /// <param name="places">Where the assistant will find its folders.</param>
    public abstract Invocation Invocation(string program, AssistantTask task, AssistantPlaces places);

    /// <summary>A reader for one trial's output.</summary>
    public abstract EventReader Reader();

    /// <summary>A variable that is set for it, by the configuration or in our environment.</summary>
    protected string? Variable(string name) =>
        (Settings.Environment.GetValueOrDefault(name) ?? Environment.GetEnvironmentVariable(name)) is { Length: > 0 } value ? value : null;

    /// <summary>The common part of an invocation: environment, key, installation, prompt on standard input.</summary>
    /// <param name="program">The program's full path.</param>
    /// <param name="task">The trial.</param>
    /// <param name="arguments">Its own arguments.</param>
    /// <param name="variables">Its own variables. The configuration's count more.</param>
    /// <param name="hosts">Where its model is, unless the configuration says it.</param>
    protected Invocation Common(string program, AssistantTask task, IEnumerable<string> arguments, Dictionary<string, string> variables, params IReadOnlyList<ApiHost> hosts)
    {
        foreach (var (name, value) in Settings.Environment)
            variables[name] = value;
        if (Settings.KeyFile is { } file && Keys.Count > 0)
            variables[Keys[0]] = SecretFile.Read(Settings.Name, file);
        return new(program, [.. Command.Skip(1), .. arguments])
        {
            Environment = variables,
            Inherit = AssistantEnvironment.Inherit(Keys),
            Input = task.Prompt,
            ApiHosts = [.. ApiHost.Of(Settings.BaseUrl) is { } own ? [own] : hosts, .. Settings.Hosts.Select(ApiHost.Parse)],
            ReadOnlyPaths = Installation.Of(program),
        };
    }
}
