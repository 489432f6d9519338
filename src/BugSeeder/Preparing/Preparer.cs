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
internal sealed record PreparedChallenge(Challenge Challenge, Bug Bug, SourceTree Tree, string Prompt);

/// <summary>The stage that makes workspaces: the bug planted or undone, its witnesses gone, and the spec in its place or left out.</summary>
internal sealed class Preparer(SourceTree original, TargetCode code, IReadOnlyCollection<string> leftOut)
{
    private readonly Dictionary<string, SourceTree> withoutWitnesses = new(StringComparer.Ordinal);

    /// <summary>Makes a challenge. The same inputs make the same bytes.</summary>
    /// <exception cref="UserError">The bug no longer fits the target.</exception>
    public PreparedChallenge Prepare(Bug bug, SubjectKind kind, Briefing briefing, SpecVariant? spec, CancellationToken cancellationToken)
    {
        var tree = WithoutWitnesses(bug, cancellationToken).Without(leftOut);
        if (kind == SubjectKind.Bug)
            tree = Edits.Apply(tree, bug.Seed.Edits);
        foreach (var (path, file) in spec?.Files ?? new Dictionary<string, TreeFile>())
            tree = tree.With(path, file);
        var subject = kind == SubjectKind.Bug ? bug.Id : $"{bug.Id}-clean";
        var challenge = new Challenge($"{briefing.Name.Replace(':', '-')}.{subject}", kind, bug.Id, briefing, tree.Hash);
        return new(challenge, bug, tree, Prompt.For(spec));
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
