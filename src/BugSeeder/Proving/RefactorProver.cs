using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Targets;

namespace BugSeeder.Proving;

/// <summary>Finds rewrites that the target's own build and tests take for the original: the same proof that makes a seed a bug, with the opposite outcome.</summary>
internal sealed class RefactorProver(Judge judge, TargetCode code, Baseline baseline)
{
    /// <summary>How many rewrites are tried beside one bug.</summary>
    private const int Most = 3;

    private readonly Prover prover = new(judge, code, baseline);

    /// <summary>A rewrite beside a bug; <see langword="null"/> where none of those tried is proven.</summary>
    public async Task<Refactor?> FindAsync(Bug bug, CancellationToken cancellationToken)
    {
        foreach (var (rewrite, edit) in Rewrites.Near(bug, code, cancellationToken).Take(Most))
        {
            var seed = bug.Seed with { Edits = [edit], Mistake = rewrite };
            if ((await prover.ProveAsync(seed, cancellationToken)).Verdict is SeedVerdict.Equivalent or SeedVerdict.NotWitnessed)
                return new(bug.Id, rewrite, seed.Edits);
        }

        return null;
    }
}
