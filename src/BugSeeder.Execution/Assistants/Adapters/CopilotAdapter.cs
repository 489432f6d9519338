using BugSeeder.Execution.Assistants.Reading;

namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>
/// GitHub Copilot: with a model provider of one's own, which needs no login, or with a GitHub token. It can be told no limits, so these are held from outside.
/// </summary>
internal sealed class CopilotAdapter(AssistantSettings settings) : Adapter(settings)
{
    private const string OwnKey = "COPILOT_PROVIDER_API_KEY";

    private static readonly ApiHost[] GitHub =
        [new("api.github.com"), new("api.githubcopilot.com"), new("api.individual.githubcopilot.com"), new("api.business.githubcopilot.com"), new("api.enterprise.githubcopilot.com")];

    /// <summary>This kind in the catalogue.</summary>
    public static AssistantKind Card { get; } = AssistantKind.Of(
        "copilot",
        "GitHub Copilot, through its command line copilot; needs COPILOT_GITHUB_TOKEN, or a provider of your own: a baseUrl and COPILOT_PROVIDER_API_KEY.",
        settings => new CopilotAdapter(settings));

    /// <inheritdoc/>
    public override string Install => "Install the Copilot command line (npm install -g @github/copilot)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Keys => Address is null ? ["COPILOT_GITHUB_TOKEN", "GH_TOKEN", "GITHUB_TOKEN"] : [OwnKey, "COPILOT_PROVIDER_"];

    /// <inheritdoc/>
    protected override string Program => "copilot";

    private string? Address => Settings.BaseUrl ?? Variable("COPILOT_PROVIDER_BASE_URL");

    /// <inheritdoc/>
    public override Invocation Invocation(string program, AssistantTask task, AssistantPlaces places)
    {
        var variables = AssistantEnvironment.Of(places);
        variables["COPILOT_HOME"] = places.In("home/.copilot");
        variables["COPILOT_AUTO_UPDATE"] = "false";
        variables["NO_COLOR"] = "1";
        if (Address is { } address)
        {
            variables["COPILOT_PROVIDER_BASE_URL"] = address;
            variables["COPILOT_PROVIDER_TYPE"] = Variable("COPILOT_PROVIDER_TYPE") ?? "openai";
            variables["COPILOT_OFFLINE"] = "true";
        }

        if ((Settings.Model ?? Variable("COPILOT_MODEL")) is { } model)
            variables["COPILOT_MODEL"] = model;
        return Common(program, task, Arguments(places), variables, ApiHost.Of(Address) is { } host ? [host] : GitHub) with
        {
            Folders = ["home/.copilot"],
            // Its output has no tokens. The file has them at the end, its journal after every call.
            Evidence = ["home/usage.json", "home/.copilot/session-state/**/events.jsonl"],
        };
    }

    /// <inheritdoc/>
    public override EventReader Reader() => new CopilotReader();

    private IEnumerable<string> Arguments(AssistantPlaces places) =>
    [
        "--output-format", "json", "--no-ask-user", "--disable-builtin-mcps", "--no-color", "--log-level", "none",
        "--usage-output-file", places.In("home/usage.json"),
        .. Settings.ReadProjectInstructions ? [] : new[] { "--no-custom-instructions" },
        .. Settings.FullPermissions ? ["--allow-all-tools"] : Array.Empty<string>(),
        // A tool that goes to the network would make what the assistant knows unknowable.
        "--excluded-tools=web_fetch,web_search",
    ];
}
