namespace BugSeeder.Execution.Assistants.Adapters;

/// <summary>The command lines that are ready to be used. They follow their vendors' documents; only qwen was run.</summary>
internal static class CommandPresets
{
    private static readonly ApiHost[] Providers = [new("api.anthropic.com"), new("api.openai.com"), new("generativelanguage.googleapis.com"), new("openrouter.ai")];
    private static readonly string[] ProviderKeys = ["ANTHROPIC_API_KEY", "OPENAI_API_KEY", "GEMINI_API_KEY", "OPENROUTER_API_KEY", "DEEPSEEK_API_KEY"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CommandPreset> All { get; } =
    [
        new("aider", "Aider, through its command line aider; needs the key of its model's provider.", "aider", "Install aider (python -m pip install aider-install, then aider-install)")
        {
            Arguments = ["--message-file", "{prompt}", "--yes-always", "--no-auto-commits", "--no-gitignore", "--no-stream", "--no-pretty", "--no-check-update", "--no-show-release-notes", "--analytics-log", "{home}/analytics.jsonl", "--no-detect-urls"],
            ModelArguments = ["--model"],
            Keys = ProviderKeys,
            AddressVariable = "OPENAI_API_BASE",
            Hosts = Providers,
            Evidence = ["home/analytics.jsonl"],
            Reader = () => new AiderReader(),
        },
        new("cursor-agent", "Cursor's agent, through its command line cursor-agent; needs CURSOR_API_KEY. It says no tokens.", "cursor-agent", "Install Cursor's command line agent (see its vendor's documentation)")
        {
            Arguments = ["-p", "--output-format", "stream-json", "{promptText}"],
            ModelArguments = ["--model"],
            FullPermissions = ["--force"],
            Keys = ["CURSOR_API_KEY"],
            Hosts = [new("api2.cursor.sh"), new("api.cursor.com"), new("cursor.com")],
            Reader = () => new CursorReader(),
        },
        new("goose", "Goose, by Block, through its command line goose; needs GOOSE_PROVIDER, a model, and that provider's key.", "goose", "Install goose (see its vendor's documentation)")
        {
            Arguments = ["run", "--no-session", "--quiet", "--output-format", "json", "-i", "{prompt}"],
            ModelVariable = "GOOSE_MODEL",
            TurnArguments = ["--max-turns"],
            Environment = new Dictionary<string, string> { ["GOOSE_MODE"] = "auto", ["GOOSE_DISABLE_KEYRING"] = "1" },
            Keys = [.. ProviderKeys, "GOOSE_"],
            AddressVariable = "OPENAI_HOST",
            Hosts = Providers,
            Reader = () => new GooseReader(),
        },
        new("qwen", "Qwen Code, through its command line qwen; needs OPENAI_API_KEY, and a baseUrl where its model is not OpenAI's.", "qwen", "Install Qwen Code (npm install -g @qwen-code/qwen-code)")
        {
            Arguments = ["{promptText}", "-o", "stream-json", "--auth-type", "openai"],
            ModelVariable = "OPENAI_MODEL",
            TurnArguments = ["--max-session-turns"],
            FullPermissions = ["--yolo"],
            Keys = ["OPENAI_API_KEY"],
            AddressVariable = "OPENAI_BASE_URL",
            Hosts = [new("api.openai.com"), new("dashscope.aliyuncs.com"), new("dashscope-intl.aliyuncs.com")],
            Reader = () => new QwenReader(),
        },
    ];

    /// <summary>Their kinds in the catalogue.</summary>
    public static IEnumerable<AssistantKind> Cards => All.Select(preset => AssistantKind.Of(preset.Name, preset.Sentence, settings => new PresetAdapter(preset, settings)));
}
