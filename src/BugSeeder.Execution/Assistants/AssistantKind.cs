namespace BugSeeder.Execution.Assistants;

/// <summary>A kind of assistant that BugSeeder can drive.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Sentence">What it is, in one sentence.</param>
/// <param name="Create">Makes one of this kind; throws <see cref="Model.UserError"/> when the settings do not suffice.</param>
public sealed record AssistantKind(string Name, string Sentence, Func<AssistantSettings, IAssistant> Create);
