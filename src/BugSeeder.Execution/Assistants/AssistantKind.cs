namespace BugSeeder.Execution.Assistants;

/// <summary>A kind of assistant that BugSeeder can drive.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Create">Makes one of this kind; throws <see cref="Model.UserError"/> when the settings do not suffice.</param>
public sealed record AssistantKind(string Name, string Sentence, Func<AssistantSettings, IAssistant> Create)
{
    /// <summary>What the output of one of this kind means; <see langword="null"/> for kinds that have no output of their own.</summary>
    public Func<AssistantOutput, Understood>? Understand { get; private init; }

    /// <summary>A kind that an adapter drives.</summary>
    internal static AssistantKind Of(string name, string sentence, Func<AssistantSettings, Adapter> adapter)
    {
        var plain = new AssistantSettings(name, name);
        return new(name, sentence, settings => new CommandLineAssistant(adapter(settings)))
        {
            Understand = output => CommandLineAssistant.Understand(adapter(plain).Reader(), output, folder: "", plain),
        };
    }
}
