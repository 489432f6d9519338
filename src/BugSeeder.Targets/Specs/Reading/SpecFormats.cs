using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Reading;

/// <summary>Tells how a spec file is laid out.</summary>
internal static partial class SpecFormats
{
    private static readonly HashSet<string> InstructionFiles = new(StringComparer.OrdinalIgnoreCase) { "AGENTS.md", "AGENTS.override.md", "CLAUDE.md", "GEMINI.md", "SKILL.md", "copilot-instructions.md" };

    private static readonly string[] InstructionFolders = [".claude/", ".cursor/rules/", ".github/instructions/", ".agents/", ".codex/"];

    /// <summary>The format of a file.</summary>
    public static SpecFormat Of(string path, string text)
    {
        if (IsInstructions(path))
            return SpecFormat.Instructions;
        if (OpenSpecHeading().IsMatch(text) || path.Contains("openspec/", StringComparison.Ordinal))
            return SpecFormat.OpenSpec;
        return SpecKitHeading().IsMatch(text) ? SpecFormat.SpecKit : SpecFormat.Headings;
    }

    /// <summary>Whether assistants look for a file of this path by themselves, so that it has to stay there.</summary>
    public static bool IsInstructions(string path) =>
        InstructionFiles.Contains(path[(path.LastIndexOf('/') + 1)..]) || Array.Exists(InstructionFolders, folder => ("/" + path).Contains("/" + folder, StringComparison.Ordinal));

    [GeneratedRegex(@"^#{2,4}\s+(Requirement|Scenario):", RegexOptions.Multiline)]
    private static partial Regex OpenSpecHeading();

    [GeneratedRegex(@"^#\s+Feature Specification\b|^##\s+User Scenarios & Testing\b|^###\s+Functional Requirements\s*$", RegexOptions.Multiline)]
    private static partial Regex SpecKitHeading();
}
