using BugSeeder.Execution.Assistants.Adapters;
using BugSeeder.Model;

namespace BugSeeder.Execution.Assistants;

/// <summary>The kinds of assistant that can be named in the configuration. Other rooms add theirs when they compose it.</summary>
public sealed class AssistantCatalogue
{
    /// <summary>A catalogue of the built-in kinds and these.</summary>
    /// <exception cref="ArgumentException">Two kinds have the same name.</exception>
    public AssistantCatalogue(params IEnumerable<AssistantKind> more)
    {
        Kinds = [ClaudeCodeAdapter.Card, CodexAdapter.Card, GeminiAdapter.Card, OpenCodeAdapter.Card, CopilotAdapter.Card, MenderAdapter.Card, .. CommandPresets.Cards, CommandAdapter.Card, .. more];
        if (Kinds.CountBy(kind => kind.Name).FirstOrDefault(count => count.Value > 1).Key is { } twice)
            throw new ArgumentException($"Two kinds of assistant are called '{twice}'.", nameof(more));
    }

    /// <summary>Every kind, the built-in ones first.</summary>
    public IReadOnlyList<AssistantKind> Kinds { get; }

    /// <summary>Makes the assistant that the settings describe.</summary>
    /// <exception cref="UserError">There is no such kind, or the settings do not suffice for it.</exception>
    public IAssistant Create(AssistantSettings settings)
    {
        var kind = Kinds.FirstOrDefault(kind => kind.Name == settings.Kind)
            ?? throw new UserError(
                $"Assistant '{settings.Name}' is of the unknown kind '{settings.Kind}'.",
                $"Use one of: {string.Join(", ", Kinds.Select(kind => kind.Name))}.");
        return kind.Create(settings);
    }
}
