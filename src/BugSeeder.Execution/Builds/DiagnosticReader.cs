using System.Text.RegularExpressions;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>Reads warnings and errors in MSBuild's canonical form from what a build prints.</summary>
internal static partial class DiagnosticReader
{
    public static IReadOnlyList<BuildDiagnostic> Read(string output, string folder)
    {
        var found = new List<BuildDiagnostic>();
        foreach (var line in output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Canonical().Match(line) is not { Success: true } match)
                continue;
            var file = match.Groups["file"].Value.Trim();
            var inTree = file.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file[(folder.Length + 1)..].Replace('\\', '/') : "";
            var number = match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value) : 0;
            found.Add(new(match.Groups["code"].Value, match.Groups["severity"].Value == "error", inTree, number, match.Groups["message"].Value.Replace(folder, "", StringComparison.Ordinal)));
        }

        return found;
    }

    [GeneratedRegex(@"^(?<file>.*?)(\((?<line>\d+)(,\d+)*\))?\s*:\s*(\w+ )?(?<severity>error|warning)\s+(?<code>\w+)\s*:\s*(?<message>.*?)(\s*\[(?<project>[^\]]*)\])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Canonical();
}
