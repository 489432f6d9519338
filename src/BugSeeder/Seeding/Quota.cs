using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>How many bugs of each class and shape a bank shall have, and has.</summary>
internal sealed class Quota(Mix mix, int wanted)
{
    private readonly IReadOnlyDictionary<BugClass, int> classes = Mix.Quotas(mix.Shares, wanted);
    private readonly IReadOnlyDictionary<BugShape, int> shapes = Mix.Quotas(mix.Shapes, wanted);
    private readonly Dictionary<(BugClass, BugShape), int> has = [];

    /// <summary>Seeds that must be noticed alone, for each bug of the bank: a combination takes two.</summary>
    public double PartsPerBug { get; } = 1 + (mix.Shapes.Where(shape => shape.Key != BugShape.OneHunk).Sum(shape => shape.Value) / 100.0);

    /// <summary>How many of a class there shall be.</summary>
    public int Wanted(BugClass kind) => classes.GetValueOrDefault(kind);

    /// <summary>How many of a class there are.</summary>
    public int Has(BugClass kind) => has.Where(entry => entry.Key.Item1 == kind).Sum(entry => entry.Value);

    /// <summary>How many of a class are missing.</summary>
    public int Lack(BugClass kind) => Wanted(kind) - Has(kind);

    /// <summary>Of some classes, the one that lacks the largest share of what is wanted of it.</summary>
    public BugClass Neediest(IEnumerable<BugClass> kinds) => kinds.OrderByDescending(kind => Lack(kind) / (double)Math.Max(1, Wanted(kind))).ThenBy(kind => kind).First();

    /// <summary>How many of a shape are missing.</summary>
    public int Lack(BugShape shape) => shapes.GetValueOrDefault(shape) - has.Where(entry => entry.Key.Item2 == shape).Sum(entry => entry.Value);

    /// <summary>Whether a bug of this class and shape is wanted. A class does not have all of its bugs in one shape, or it would have none left for others.</summary>
    public bool Lacks(BugClass kind, BugShape shape) =>
        Lack(kind) > 0 && Lack(shape) > 0
        && (shape != BugShape.OneHunk || has.GetValueOrDefault((kind, shape)) < Math.Ceiling(Wanted(kind) * mix.Shapes.GetValueOrDefault(shape) / 100.0));

    /// <summary>Counts a bug in.</summary>
    public void Add(Seed seed) => has[(seed.Class, seed.Shape)] = has.GetValueOrDefault((seed.Class, seed.Shape)) + 1;

    /// <summary>Counts a bug out.</summary>
    public void Remove(Seed seed) => has[(seed.Class, seed.Shape)]--;
}
