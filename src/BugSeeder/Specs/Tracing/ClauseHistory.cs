using BugSeeder.Execution.Git;
using BugSeeder.Model.Specs;

namespace BugSeeder.Specs.Tracing;

/// <summary>Which clauses were last changed by the same commit as which code.</summary>
/// <param name="folder">The target's folder.</param>
/// <param name="specFiles">Where the spec's files lie in the target, by their path in the spec.</param>
/// <param name="linesOf">The lines of a member in a file, from 1.</param>
internal sealed class ClauseHistory(string folder, IReadOnlyDictionary<string, string> specFiles, Func<string, string, IEnumerable<(int First, int Last)>> linesOf)
{
    private readonly LineHistory history = new(folder);

    /// <summary>The short name of a commit that changed both a clause and a member; <see langword="null"/> where there is none, or it changed too much to mean anything.</summary>
    public string? Together(Clause clause, string file, IReadOnlyList<string> members)
    {
        if (!specFiles.TryGetValue(clause.Place.File, out var specFile))
            return null;
        var own = history.CommitsOf(specFile, clause.Place.Line, clause.Place.EndLine);
        return own.Count == 0 ? null : members.SelectMany(member => linesOf(file, member)).SelectMany(lines => history.CommitsOf(file, lines.First, lines.Last)).FirstOrDefault(own.Contains);
    }
}
