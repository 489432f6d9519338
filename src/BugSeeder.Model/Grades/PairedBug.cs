namespace BugSeeder.Model.Grades;

/// <summary>One bug in two arms.</summary>
/// <param name="With">Its value with the spec.</param>
/// <param name="Without">Its value without.</param>
internal sealed record PairedBug(BugValue With, BugValue Without)
{
    /// <summary>The cluster the bug belongs to.</summary>
    public string Cluster => With.Cluster;

    /// <summary>With minus without.</summary>
    public double Difference => With.Mean - Without.Mean;

    /// <summary>Whether each arm has one trial.</summary>
    public bool IsSingle => With.Trials == 1 && Without.Trials == 1;

    /// <summary>The bugs that have a value in both arms, in the order of <paramref name="with"/>.</summary>
    public static IReadOnlyList<PairedBug> Of(IReadOnlyList<BugValue> with, IReadOnlyList<BugValue> without) =>
        [.. with.Join(without, static value => value.Bug, static value => value.Bug, static (one, other) => new PairedBug(one, other))];
}
