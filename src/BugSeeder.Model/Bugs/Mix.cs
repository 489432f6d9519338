namespace BugSeeder.Model.Bugs;

/// <summary>Which share of a bank each class should have.</summary>
/// <param name="Name">The name it goes by on the command line.</param>
/// <param name="Shares">Percent per class; the shares add up to 100.</param>
public sealed record Mix(string Name, IReadOnlyDictionary<BugClass, int> Shares)
{
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

    /// <summary>The mixes that have a name.</summary>
    public static IReadOnlyList<Mix> Named { get; } = [Realistic, Even];
}
