using System.Text.Json.Nodes;
using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// Gemini. The target's own <c>.gemini/settings.json</c> overrides the user's, so ours are also given as the system's, which override both.
/// </summary>
internal sealed class GeminiAdapter(AssistantSettings settings) : Adapter(settings)
{
    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "gemini",
        "Gemini CLI, by Google, through its command line gemini; needs GEMINI_API_KEY.",
        settings => new GeminiAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install the Gemini CLI (npm install -g @google/gemini-cli)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => ["GEMINI_API_KEY"];

    /// <inheritdoc/>
    protected override string Program => "gemini";

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var variables = AssistantEnvironment.Of(places);
        variables["GEMINI_CLI_HOME"] = places.Home;
        variables["GEMINI_CLI_SYSTEM_SETTINGS_PATH"] = places.In("home/system.json");
        variables["NO_COLOR"] = "1";
        var address = Settings.BaseUrl ?? Variable("GOOGLE_GEMINI_BASE_URL");
        if (address is not null)
            variables["GOOGLE_GEMINI_BASE_URL"] = address;
        var configuration = Configuration(task.Limits).ToJsonString();
        return Common(program, task, Arguments(), variables, ApiHost.Of(address) ?? new("generativelanguage.googleapis.com")) with
        {
            Files = new Dictionary<string, string> { ["home/.gemini/settings.json"] = configuration, ["home/system.json"] = configuration },
            // Where it is ended before it prints its sum, its journal has every call's tokens.
            Evidence = ["home/.gemini/tmp/**/session-*.jsonl"],
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => new GeminiReader();

    private IEnumerable<string> Arguments() =>
    [
        "-o", "stream-json", "--skip-trust",
        "--approval-mode", Settings.FullPermissions ? "yolo" : "default",
        // Without it the target's own settings could choose the model.
        .. Settings.Model is { } model ? ["-m", model] : Array.Empty<string>(),
    ];

    private JsonObject Configuration(AssistantLimits limits)
    {
        var model = new JsonObject();
        if (limits.Turns is { } turns)
            model["maxSessionTurns"] = turns;
        var configuration = new JsonObject
        {
            ["security"] = new JsonObject { ["auth"] = new JsonObject { ["selectedType"] = "gemini-api-key" } },
            ["model"] = model,
            ["general"] = new JsonObject { ["maxAttempts"] = Settings.RequestRetries + 1, ["enableAutoUpdate"] = false, ["enableAutoUpdateNotification"] = false },
            ["privacy"] = new JsonObject { ["usageStatisticsEnabled"] = false },
            // A tool that goes to the network would make what the assistant knows unknowable.
            ["tools"] = new JsonObject { ["exclude"] = new JsonArray("google_web_search", "web_fetch") },
            ["mcpServers"] = new JsonObject(),
        };
        if (!Settings.ReadProjectInstructions)
            configuration["context"] = new JsonObject { ["fileName"] = new JsonArray("no-instructions.md") };
        return configuration;
    }
}
