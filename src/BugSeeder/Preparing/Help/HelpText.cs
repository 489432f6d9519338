using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Preparing.Help;

/// <summary>What is explained beyond the spec at each level, made by template. Each level holds the ones below it.</summary>
internal static class HelpText
{
    private const int MostTests = 2;
    private const int LongestTest = 4000;

    /// <summary>The explanation; empty at the level of the spec alone.</summary>
    /// <param name="level">The level.</param>
    /// <param name="bug">The bug.</param>
    /// <param name="messages">The messages of its witnesses.</param>
    /// <param name="code">The target's code, for the text of the witnesses.</param>
    /// <param name="cancellationToken">Ends the search for it.</param>
    public static string Of(HelpLevel level, Bug bug, IReadOnlyDictionary<string, string> messages, TargetCode code, CancellationToken cancellationToken)
    {
        if (level == HelpLevel.Spec)
            return "";

        var parts = new List<string> { $"A user reports that something is wrong:\n\n{Symptom.Of(bug, messages)}" };
        if (level >= HelpLevel.Witness)
            parts.AddRange(Tests(bug, code, cancellationToken));
        var place = bug.Seed.Place;
        if (level >= HelpLevel.Location)
            parts.Add($"The mistake is in the file `{place.File}`{(place.Member.Length > 0 ? $", in `{place.Member}`" : "")}, {(place.EndLine > place.Line ? $"in lines {place.Line} to {place.EndLine}" : $"in line {place.Line}")}.");
        if (level == HelpLevel.Full)
            parts.Add($"The mistake is: {bug.Seed.Mistake}");
        return string.Join("\n\n", parts);
    }

    private static IEnumerable<string> Tests(Bug bug, TargetCode code, CancellationToken cancellationToken)
    {
        foreach (var group in bug.Witnesses.GroupBy(witness => TestName.Parts(witness)).Take(MostTests))
        {
            if (code.Tests.FirstOrDefault(project => project.Compilation.AssemblyName == group.Key.Project) is not { } project)
                continue;
            var methods = WitnessRemoval.DeclarationsOf(project, group.Key.Class, group.Key.Method, cancellationToken);
            var text = string.Join("\n\n", methods.Select(method => Flush(method.ToString())));
            if (text.Length > 0)
                yield return $"This test fails ({string.Join(", ", group.Take(3).Select(witness => witness.Split("::", 2)[1]))}):\n\n```csharp\n{(text.Length > LongestTest ? text[..LongestTest] + "\n…" : text)}\n```";
        }
    }

    /// <summary>The text without the indentation that its class gave it.</summary>
    private static string Flush(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Skip(1).Where(line => line.Trim().Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select((line, number) => number == 0 || line.Length < indent ? line : line[indent..]));
    }
}
