using System.Text.Json.Nodes;
using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// opencode. A model is named with its provider, such as <c>anthropic/claude-sonnet-4-5</c>; with an address of one's own any model that speaks
/// OpenAI's chat protocol will do. Its key is referred to by the name of a variable, so that no file holds it.
/// </summary>
internal sealed class OpenCodeAdapter(AssistantSettings settings) : Adapter(settings)
{
    private const string OwnKey = "MODEL_API_KEY";
    private const string OwnFolder = "home/.config/opencode";

    /// <summary>It installs a package for plugins from a registry, unless its folder says that it has; no switch turns that off, and in a box it would look as if the model had asked for the host.</summary>
    private const string Installed = """{"packages":{"":{"dependencies":{"@opencode-ai/plugin":"*"}}}}""";

    private static readonly Dictionary<string, ApiHost> Hosts = new(StringComparer.Ordinal)
    {
        ["anthropic"] = new("api.anthropic.com"),
        ["openai"] = new("api.openai.com"),
        ["google"] = new("generativelanguage.googleapis.com"),
        ["openrouter"] = new("openrouter.ai"),
        ["opencode"] = new("opencode.ai"),
        ["groq"] = new("api.groq.com"),
        ["mistral"] = new("api.mistral.ai"),
        ["deepseek"] = new("api.deepseek.com"),
        ["xai"] = new("api.x.ai"),
    };

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "opencode",
        "opencode, through its command line opencode; needs the key of its model's provider, such as ANTHROPIC_API_KEY, or a baseUrl and MODEL_API_KEY.",
        settings => new OpenCodeAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install opencode (npm install -g opencode-ai)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => Settings.BaseUrl is null
        ? ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY", "OPENROUTER_API_KEY", "OPENCODE_API_KEY", "GROQ_API_KEY", "MISTRAL_API_KEY", "DEEPSEEK_API_KEY", "XAI_API_KEY"]
        : [OwnKey];

    /// <inheritdoc/>
    protected override string Program => "opencode";

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var variables = AssistantEnvironment.Of(places);
        variables["OPENCODE_CONFIG"] = places.In("home/opencode.json");
        variables["XDG_CONFIG_HOME"] = places.In("home/.config");
        variables["XDG_DATA_HOME"] = places.In("home/.local/share");
        variables["XDG_STATE_HOME"] = places.In("home/.local/state");
        variables["XDG_CACHE_HOME"] = places.In("home/.cache");
        variables["OPENCODE_DISABLE_AUTOUPDATE"] = "1";
        variables["OPENCODE_DISABLE_MODELS_FETCH"] = "1";
        if (!Settings.ReadProjectInstructions)
        {
            variables["OPENCODE_DISABLE_PROJECT_CONFIG"] = "1";
            variables["OPENCODE_DISABLE_CLAUDE_CODE"] = "1";
        }

        return Common(program, task, Arguments(places), variables, Hosts.TryGetValue(Settings.Model?.Split('/')[0] ?? "", out var host) ? [host] : [.. Hosts.Values]) with
        {
            Files = new Dictionary<string, string> { ["home/opencode.json"] = Configuration().ToJsonString(), [$"{OwnFolder}/package-lock.json"] = Installed },
            Folders = [$"{OwnFolder}/node_modules"],
            // It repeats failed requests without a word; only its log has them.
            Evidence = ["home/.local/share/opencode/log/*.log"],
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => new OpenCodeReader();

    private IEnumerable<string> Arguments(AssistantPlaces places) =>
    [
        "run", "--format", "json", "--dir", places.Workspace,
        .. Settings.FullPermissions ? ["--auto"] : Array.Empty<string>(),
        .. Model is { } model ? ["-m", model] : Array.Empty<string>(),
    ];

    private string? Model => Settings is { BaseUrl: not null, Model: { } own } && !own.StartsWith("api/", StringComparison.Ordinal) ? $"api/{own}" : Settings.Model;

    private JsonObject Configuration()
    {
        var permission = new JsonObject { ["webfetch"] = "deny", ["websearch"] = "deny" };
        if (!Settings.FullPermissions)
            (permission["edit"], permission["bash"]) = ("ask", "ask");
        var configuration = new JsonObject
        {
            ["autoupdate"] = false,
            ["share"] = "disabled",
            ["permission"] = permission,
        };
        if (Model is { } model)
            (configuration["model"], configuration["small_model"]) = (model, model);
        if (Settings.BaseUrl is { } address)
        {
            var name = Model?[(Model.IndexOf('/', StringComparison.Ordinal) + 1)..] ?? "default";
            configuration["provider"] = new JsonObject
            {
                ["api"] = new JsonObject
                {
                    ["npm"] = "@ai-sdk/openai-compatible",
                    ["name"] = "api",
                    ["options"] = new JsonObject { ["baseURL"] = address, ["apiKey"] = $"{{env:{OwnKey}}}" },
                    ["models"] = new JsonObject { [name] = new JsonObject { ["name"] = name } },
                },
            };
        }

        return configuration;
    }
}
