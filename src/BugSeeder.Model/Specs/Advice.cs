using BugSeeder.Model.Bugs;

namespace BugSeeder.Model.Specs;

/// <summary>What to write next, and why.</summary>
/// <param name="Member">The member whose behaviour it is about, as <c>Namespace.Type.Member</c>.</param>
/// <param name="Behaviour">The behaviour, in the words of the tests that show it.</param>
/// <param name="Bugs">The bugs that went unnoticed, or that no clause states.</param>
/// <param name="Standing">What the spec says about it now: the least of its bugs.</param>
/// <param name="Section">The id of the section that it belongs to; <see langword="null"/> where none is near.</param>
/// <param name="Sentence">The shape of the sentence that is missing.</param>
/// <param name="Weight">By how much it comes before others: bugs, those that no clause is linked to three times, implied ones twice.</param>
public sealed record Advice(string Member, string Behaviour, IReadOnlyList<string> Bugs, BugStanding Standing, string? Section, string Sentence, int Weight)
{
    /// <summary>What to write next, the most pressing first.</summary>
    /// <param name="trace">The links of the spec.</param>
    /// <param name="unnoticed">Bugs of the open half of a bank that were not fixed under this spec; or, without a run, those that no clause states.
    /// A bug of the sealed half must not come here, or the advice would teach to the test.</param>
    public static IReadOnlyList<Advice> Of(Trace trace, IReadOnlyList<Bug> unnoticed) =>
    [
        .. unnoticed.GroupBy(bug => (bug.Seed.Place.Member, bug.Seed.Class)).Select(group =>
        {
            var traces = group.Select(bug => trace.Of(bug.Id)).ToList();
            var standing = traces.Min(found => found.Standing);
            return new Advice(
                group.Key.Member, BehaviourOf(group.First()), [.. group.Select(bug => bug.Id)], standing,
                traces.SelectMany(found => found.Links).OrderByDescending(link => link.Weight).FirstOrDefault()?.Section,
                SentenceFor(group.Key.Class, ShortName(group.Key.Member), standing), traces.Sum(found => WeightOf(found.Standing)));
        }).OrderByDescending(advice => advice.Weight).ThenBy(advice => advice.Member, StringComparer.Ordinal),
    ];

    private static int WeightOf(BugStanding standing) => standing switch
    {
        BugStanding.Unspecified => 3,
        BugStanding.Implied => 2,
        BugStanding.Stated => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No such standing."),
    };

    /// <summary>A test's name says what it shows; the arguments of the case that shows it are kept.</summary>
    private static string BehaviourOf(Bug bug)
    {
        var name = bug.Witnesses[0][(bug.Witnesses[0].IndexOf("::", StringComparison.Ordinal) + 2)..];
        var (method, arguments) = name.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 ? (name[..open], $" {name[open..]}") : (name, "");
        return method[(method.LastIndexOf('.') + 1)..].Replace('_', ' ') + arguments;
    }

    private static string ShortName(string member) => member.Length == 0 ? "it" : $"`{string.Join('.', member.Split('.').TakeLast(2))}`";

    /// <summary>What a sentence has to settle so that a slip of this kind contradicts it.</summary>
    private static string SentenceFor(BugClass bugClass, string member, BugStanding standing)
    {
        var shape = bugClass switch
        {
            BugClass.Arithmetic => $"When … is exactly <the limit>, {member} must …; just below it …, and just above it … (with an example at each).",
            BugClass.Condition => $"{member} must … if and only if …; in every other case it must ….",
            BugClass.Omission => $"{member} must also … before it ends; when that is left out, … is seen.",
            BugClass.Literal => $"{member} must use <the value, with its unit>: …",
            BugClass.WrongReference => $"{member} must take … from <the one>, not from <the similar one>; for example, with … and …, the result is ….",
            BugClass.WrongCall => $"{member} must … with <these arguments, in this order>; for example `… // => …`.",
            BugClass.DotNetSemantics => $"{member} must give … whatever the culture, time zone, case or order of …; for example, ….",
            BugClass.Exception => $"When … fails, {member} must throw <which exception>, \"<message>\", and leave … as it was.",
            _ => throw new ArgumentOutOfRangeException(nameof(bugClass), bugClass, "No such class."),
        };
        return standing == BugStanding.Stated ? $"It is stated; say it where it is looked for, or show it: {shape}" : shape;
    }
}
