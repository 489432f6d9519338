using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Statistics;

namespace BugSeeder.Bench.Proposing;

/// <summary>Proposals as a person reads them: the mistake, and the lines before and after.</summary>
internal static class ProposalText
{
    /// <summary>Some proposals, mutator by mutator: each mutator has a turn before one has a second.</summary>
    public static IEnumerable<string> Some(IEnumerable<Seed> seeds, SourceTree tree, int count, long number)
    {
        var random = new SeededRandom(number);
        return random.Shuffled(seeds)
            .GroupBy(seed => seed.Mutator)
            .SelectMany(group => group.Select((seed, turn) => (Seed: seed, Turn: turn)))
            .OrderBy(pair => pair.Turn)
            .Take(count)
            .OrderBy(pair => pair.Seed.Mutator, StringComparer.Ordinal)
            .Select(pair => Of(pair.Seed, tree));
    }

    private static string Of(Seed seed, SourceTree tree)
    {
        var diff = Diff.Unified(tree, Edits.Apply(tree, seed.Edits)).Split('\n').SkipWhile(line => !line.StartsWith("@@", StringComparison.Ordinal));
        return $"── {seed.Mutator} · {seed.Class} · {seed.Place.File}:{seed.Place.Line}{Environment.NewLine}   {seed.Mistake}{Environment.NewLine}{string.Join('\n', diff)}";
    }
}
