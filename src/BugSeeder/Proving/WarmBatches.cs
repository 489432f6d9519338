using BugSeeder.Hosting;

namespace BugSeeder.Proving;

/// <summary>A mutant, and the tests that it is to be tried with in a warm worker.</summary>
/// <param name="Plan">The mutant, one that deltas can do.</param>
/// <param name="Tests">The tests, quickest first; <see langword="null"/> for all that there are.</param>
internal sealed record WarmTry(MutantPlan Plan, IReadOnlyList<CoveringTest>? Tests);

/// <summary>
/// Which mutants are planted at once in a warm worker, so that one delta and one run of tests do for all of them: those of which no test that is run
/// comes near another. Whose test fails is then the one that was noticed.
/// </summary>
internal static class WarmBatches
{
    /// <summary>More cost little less each, and where one of them stops the worker all have to be tried again.</summary>
    private const int Largest = 12;

    /// <summary>Puts each into the first batch that it fits.</summary>
    /// <param name="items">What is tried.</param>
    /// <param name="attempt">How.</param>
    /// <param name="mayMeet">Whether two may stand in one batch for all that is known beside their tests.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IEnumerable<T> items, Func<T, WarmTry> attempt, Func<T, T, bool> mayMeet)
    {
        var batches = new List<Batch<T>>();
        foreach (var item in items)
        {
            var own = attempt(item);
            var fitting = batches.Find(batch => batch.Fits(own) && batch.Items.TrueForAll(other => mayMeet(item, other)));
            if (fitting is null)
                batches.Add(fitting = new());
            fitting.Add(item, own);
        }

        return [.. batches.Select(batch => batch.Items)];
    }

    private sealed class Batch<T>
    {
        private readonly HashSet<CoveringTest> near = [];
        private readonly HashSet<CoveringTest> run = [];
        private bool isClosed;

        public List<T> Items { get; } = [];

        /// <summary>What any test may come near stands alone.</summary>
        public bool Fits(WarmTry item) =>
            !isClosed && Items.Count < Largest && item is { Tests: { } tests, Plan.Tests: { } all } && !tests.Any(near.Contains) && !all.Any(run.Contains);

        public void Add(T item, WarmTry own)
        {
            Items.Add(item);
            isClosed = own.Tests is null || own.Plan.Tests is null;
            near.UnionWith(own.Plan.Tests ?? []);
            run.UnionWith(own.Tests ?? []);
        }
    }
}
