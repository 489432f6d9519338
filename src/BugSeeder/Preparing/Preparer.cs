using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Trials;
using BugSeeder.Specs;

namespace BugSeeder.Preparing;

/// <summary>A challenge with its workspace as a tree and its prompt.</summary>
/// <param name="Challenge">What it is.</param>
/// <param name="Bug">Its bug, or the bug that the control belongs to.</param>
/// <param name="Tree">The workspace.</param>
/// <param name="Prompt">The prompt.</param>
internal sealed record PreparedChallenge(Challenge Challenge, Bug Bug, SourceTree Tree, string Prompt)
{
    /// <summary>The prompt in each of its phrasings.</summary>
    public IReadOnlyList<string> Phrasings { get; init; } = [Prompt];
}

/// <summary>The stage that makes workspaces: the bug planted or undone, its witnesses gone, and the spec in its place or left out.</summary>
internal sealed class Preparer(SourceTree original, TargetCode code, IReadOnlyCollection<string> leftOut)
{
    private readonly Dictionary<string, SourceTree> withoutWitnesses = new(StringComparer.Ordinal);

    /// <summary>Makes a challenge. The same inputs make the same bytes.</summary>
    /// <exception cref="UserError">The bug no longer fits the target.</exception>
    /// <param name="bug">The bug, or the bug that the control belongs to.</param>
    /// <param name="kind">What is to be in the workspace.</param>
    /// <param name="briefing">The arm.</param>
    /// <param name="spec">Its spec; <see langword="null"/> for an arm without one.</param>
    /// <param name="rewrite">The edits of a refactor control; empty for anything else.</param>
    /// <param name="help">What the arm explains; empty where it explains nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public PreparedChallenge Prepare(Bug bug, SubjectKind kind, Briefing briefing, SpecVariant? spec, IReadOnlyList<TextEdit> rewrite, string help, CancellationToken cancellationToken)
    {
        var tree = WithoutWitnesses(bug, cancellationToken).Without(leftOut);
        if (kind == SubjectKind.Bug)
            tree = Edits.Apply(tree, bug.Seed.Edits);
        else if (kind == SubjectKind.RefactorControl)
            tree = Edits.Apply(tree, rewrite);
        foreach (var (path, file) in spec?.Files ?? new Dictionary<string, TreeFile>())
            tree = tree.With(path, file);
        var subject = kind switch
        {
            SubjectKind.Bug => bug.Id,
            SubjectKind.CleanControl => $"{bug.Id}-clean",
            SubjectKind.RefactorControl => $"{bug.Id}-refactor",
            _ => throw new InvalidOperationException($"No such kind: {kind}"),
        };
        var challenge = new Challenge($"{briefing.Name.Replace(':', '-')}.{subject}", kind, bug.Id, briefing, tree.Hash);
        IReadOnlyList<string> phrasings = [.. Enumerable.Range(0, Prompt.Phrasings).Select(phrasing => Prompt.For(spec, help, phrasing))];
        return new(challenge, bug, tree, phrasings[0]) { Phrasings = phrasings };
    }

    private SourceTree WithoutWitnesses(Bug bug, CancellationToken cancellationToken)
    {
        lock (withoutWitnesses)
        {
            if (!withoutWitnesses.TryGetValue(bug.Id, out var tree))
            {
                var removal = WitnessRemoval.Remove(original, code, bug.Witnesses, cancellationToken);
                if (removal.Problem is { } problem)
                    throw new UserError($"The witnesses of {bug.Id} cannot be removed: {problem}.", "Make the bank again with `bugseeder seed`.", ExitCode.TargetUnusable);
                withoutWitnesses[bug.Id] = tree = removal.Tree;
            }

            return tree;
        }
    }
}
