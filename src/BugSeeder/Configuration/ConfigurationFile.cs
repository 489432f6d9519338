using BugSeeder.Model;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace BugSeeder.Configuration;

/// <summary><c>bugseeder.yml</c> as it is written. Whatever is missing is null, so that the command line and the defaults can be told apart from it;
/// a section or list whose key stands there without anything is as if it were not there.</summary>
public sealed class ConfigurationFile
{
    /// <summary>How the target is built and tested.</summary>
    public TargetSection Target { get; init => field = value ?? new(); } = new();

    /// <summary>Spec files, relative to the target; each is a variant.</summary>
    public List<string> Specs { get; init => field = Written.List(value); } = [];

    /// <summary>How much the rules of <c>spec check</c> matter, by rule: off, note, warning or error.</summary>
    public Dictionary<string, string> SpecCheck { get; init => field = Written.Map(value, _ => ""); } = [];

    /// <summary>How clauses are linked to code, tests and bugs.</summary>
    public TraceSection Trace { get; init => field = value ?? new(); } = new();

    /// <summary>Globs of files that restate the spec and are left out of every workspace.</summary>
    public List<string> LeaveOut { get; init => field = Written.List(value); } = [];

    /// <summary>Globs of files that an assistant may change without drifting, such as a changelog.</summary>
    public List<string> MayChange { get; init => field = Written.List(value); } = [];

    /// <summary>Hosts that assistants may reach beside their models' own.</summary>
    public List<string> Network { get; init => field = Written.List(value); } = [];

    /// <summary>What the processes of a trial may use together.</summary>
    public SandboxSection Sandbox { get; init => field = value ?? new(); } = new();

    /// <summary>Assistants by the name they go by in arms and reports.</summary>
    public Dictionary<string, AssistantSection> Assistants { get; init => field = Written.Map(value, _ => new AssistantSection()); } = [];

    /// <summary>Prices by model, for assistants that do not say what they cost.</summary>
    public Dictionary<string, PriceSection> Prices { get; init => field = Written.Map(value, _ => new PriceSection()); } = [];

    /// <summary>Defaults of <c>seed</c>.</summary>
    public SeedSection Seed { get; init => field = value ?? new(); } = new();

    /// <summary>Defaults of <c>run</c>.</summary>
    public RunSection Run { get; init => field = value ?? new(); } = new();

    /// <summary>Reads the file of a target; a target without one has an empty configuration.</summary>
    /// <exception cref="UserError">The file is not valid; the message names line and column.</exception>
    public static ConfigurationFile Read(string path)
    {
        if (!File.Exists(path))
            return new();
        var deserializer = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).WithDuplicateKeyChecking().Build();
        try
        {
            return deserializer.Deserialize<ConfigurationFile?>(File.ReadAllText(path)) ?? new();
        }
        catch (YamlException problem)
        {
            throw new UserError($"{path}, line {problem.Start.Line}, column {problem.Start.Column}: {Written.Reason(problem)}", "Correct the file; `bugseeder init` writes one with every key explained.");
        }
    }
}

/// <summary>How the target is built and tested.</summary>
public sealed class TargetSection
{
    /// <summary>The solution, relative to the target.</summary>
    public string? Solution { get; init; }

    /// <summary>The configuration that is built.</summary>
    public string? Configuration { get; init; }

    /// <summary>MSBuild properties for every restore and build.</summary>
    public Dictionary<string, string> Properties { get; init => field = Written.Map(value, _ => ""); } = [];

    /// <summary>Environment variables for every build and test.</summary>
    public Dictionary<string, string> Environment { get; init => field = Written.Map(value, _ => ""); } = [];

    /// <summary>Globs of the test projects to use.</summary>
    public List<string> Tests { get; init => field = Written.List(value); } = [];

    /// <summary>Globs of the product projects to plant bugs in.</summary>
    public List<string> Product { get; init => field = Written.List(value); } = [];

    /// <summary>Whether builds and tests are shut in.</summary>
    public bool? Boxed { get; init; }

    /// <summary>The longest that a restore and build may take.</summary>
    public int? BuildLimitSeconds { get; init; }

    /// <summary>The longest that one run of all tests may take.</summary>
    public int? TestLimitSeconds { get; init; }
}

/// <summary>How clauses are linked to code, tests and bugs.</summary>
public sealed class TraceSection
{
    /// <summary>A traceability matrix, relative to the target: tests or members, and the requirements that they are there for.</summary>
    public string? Matrix { get; init; }
}

/// <summary>What the processes of a trial may use together.</summary>
public sealed class SandboxSection
{
    /// <summary>Processes and threads at once.</summary>
    public int? Processes { get; init; }

    /// <summary>Memory.</summary>
    public int? MemoryMegabytes { get; init; }

    /// <summary>What may lie in workspace and home.</summary>
    public int? DiskMegabytes { get; init; }

    /// <summary>The temporary folder.</summary>
    public int? TemporaryMegabytes { get; init; }
}

/// <summary>An assistant.</summary>
public sealed class AssistantSection
{
    /// <summary>The adapter, such as <c>claude</c>; <c>command</c> where a command is given.</summary>
    public string? Kind { get; init; }

    /// <summary>The command line, with <c>{workspace}</c>, <c>{prompt}</c>, <c>{promptText}</c> and <c>{answer}</c> as placeholders.</summary>
    public string? Command { get; init; }

    /// <summary>Whether the prompt also goes to its standard input.</summary>
    public bool Stdin { get; init; }

    /// <summary>Variables that it gets.</summary>
    public Dictionary<string, string> Environment { get; init => field = Written.Map(value, _ => ""); } = [];

    /// <summary>The model it is told to use.</summary>
    public string? Model { get; init; }

    /// <summary>Whether it may read the target's own instruction files for assistants, where it can be told.</summary>
    public bool ReadProjectInstructions { get; init; }

    /// <summary>Where its model is, where that is not the provider's own address.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>A file that holds its key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Hosts that it must reach beside those that its kind knows.</summary>
    public List<string> Hosts { get; init => field = Written.List(value); } = [];

    /// <summary>For a command: the kind whose output its output is like.</summary>
    public string? ReadAs { get; init; }

    /// <summary>How often it tries a failed request again, where it can be told.</summary>
    public int? RequestRetries { get; init; }

    /// <summary><c>full</c>, or <c>own</c> for what the assistant itself grants where nobody can be asked.</summary>
    public string? Permissions { get; init; }
}

/// <summary>Defaults of <c>seed</c>.</summary>
public sealed class SeedSection
{
    /// <summary>How many bugs are wanted.</summary>
    public int? Bugs { get; init; }

    /// <summary>The number that sampling starts from.</summary>
    public long? Number { get; init; }

    /// <summary>The name of the mix.</summary>
    public string? Mix { get; init; }
}

/// <summary>Defaults of <c>run</c>.</summary>
public sealed class RunSection
{
    /// <summary>The bank.</summary>
    public string? Bank { get; init; }

    /// <summary>The assistants, by name.</summary>
    public List<string> Assistants { get; init => field = Written.List(value); } = [];

    /// <summary>The preset.</summary>
    public string? Preset { get; init; }

    /// <summary>How many bugs.</summary>
    public int? Bugs { get; init; }

    /// <summary>How many clean controls.</summary>
    public int? Controls { get; init; }

    /// <summary>How often each challenge is tried.</summary>
    public int? Repetitions { get; init; }

    /// <summary>The time limit of a trial.</summary>
    public int? TimeLimitSeconds { get; init; }

    /// <summary>How long an assistant may print nothing.</summary>
    public int? IdleLimitSeconds { get; init; }

    /// <summary>The most turns of a trial, where the assistant can be told.</summary>
    public int? MaxTurns { get; init; }

    /// <summary>The most money of a trial in US dollars, where the assistant can be told.</summary>
    public decimal? MaxCostUsd { get; init; }

    /// <summary>How many trees are judged, and trials run, at once.</summary>
    public int? Parallel { get; init; }
}
