using BugSeeder.Model.Runs;

namespace BugSeeder.Reports.Words;

/// <summary>Built-in stand-ins whose right answer is known beforehand: they test the instrument, so no spec is judged by them.</summary>
internal static class ReferenceAssistants
{
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase) { "oracle", "noop", "reference" };

    /// <summary>Whether this assistant is a reference.</summary>
    public static bool Includes(AssistantRecord assistant) => Kinds.Contains(assistant.Kind);

    /// <summary>Whether the run had references and no other assistant.</summary>
    public static bool Only(RunRecord run) => run.Assistants.Count > 0 && run.Assistants.All(Includes);
}
