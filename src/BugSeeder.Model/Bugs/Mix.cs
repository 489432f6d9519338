namespace BugSeeder.Model.Bugs;

/// <summary>Which share of a bank each class should have.</summary>
/// <param name="Name">The name it goes by on the command line.</param>
/// <param name="Shares">Percent per class; the shares add up to 100.</param>
public sealed record Mix(string Name, IReadOnlyDictionary<BugClass, int> Shares)
{
    /// <summary>
    /// Percent per shape; the shares add up to 100. By default those of real faults: 38 % of 395 dissected fixes have one chunk and 92 % touch one file
    /// (Sobreira et al. 2018, Defects4J).
    /// </summary>
    public IReadOnlyDictionary<BugShape, int> Shapes { get; init; } = new SortedDictionary<BugShape, int>
    {
        [BugShape.OneHunk] = 40,
        [BugShape.SeveralHunks] = 40,
        [BugShape.AcrossMembers] = 15,
        [BugShape.AcrossFiles] = 5,
    };

    /// <summary>
    /// The default, after the published frequencies of real faults (ManySStuBs4J; the Defects4J dissection, 395 bugs; Pan et al. 2009).
    /// </summary>
    public static Mix Realistic { get; } = new("realistic", new SortedDictionary<BugClass, int>
    {
        [BugClass.WrongReference] = 20,
        [BugClass.Omission] = 20,
        [BugClass.WrongCall] = 18,
        [BugClass.Condition] = 15,
        [BugClass.Literal] = 10,
        [BugClass.DotNetSemantics] = 7,
        [BugClass.Arithmetic] = 5,
        [BugClass.Exception] = 5,
    });

    /// <summary>Every class as often as the others.</summary>
    public static Mix Even { get; } = new("even", new SortedDictionary<BugClass, int>
    {
        [BugClass.WrongReference] = 13,
        [BugClass.Omission] = 13,
        [BugClass.WrongCall] = 13,
        [BugClass.Condition] = 13,
        [BugClass.Literal] = 12,
        [BugClass.DotNetSemantics] = 12,
        [BugClass.Arithmetic] = 12,
        [BugClass.Exception] = 12,
    });

    /// <summary>The classes of the realistic mix, one hunk each: for a target that is slow to judge, since nothing is combined.</summary>
    public static Mix OneHunk { get; } = Realistic with { Name = "one-hunk", Shapes = new SortedDictionary<BugShape, int> { [BugShape.OneHunk] = 100 } };

    /// <summary>The mixes that have a name.</summary>
    public static IReadOnlyList<Mix> Named { get; } = [Realistic, Even, OneHunk];

    /// <summary>Whole numbers in given shares, by largest remainders.</summary>
    /// <param name="shares">Percent per kind, adding up to 100.</param>
    /// <param name="wanted">What the numbers add up to.</param>
    public static IReadOnlyDictionary<T, int> Quotas<T>(IReadOnlyDictionary<T, int> shares, int wanted)
        where T : struct, Enum
    {
        var exact = shares.ToDictionary(share => share.Key, share => share.Value * wanted / 100.0);
        var quotas = exact.ToDictionary(share => share.Key, share => (int)share.Value);
        foreach (var (kind, _) in exact.OrderByDescending(share => share.Value - Math.Floor(share.Value)).ThenBy(share => share.Key).Take(wanted - quotas.Values.Sum()))
            quotas[kind]++;
        return quotas;
    }
}
