namespace BugSeeder.Model.Grades;

/// <summary>A column of the fit: what leaving a section out does to some of the bugs.</summary>
/// <param name="Column">Its place.</param>
/// <param name="Section">The section.</param>
/// <param name="OnLinked">Whether it is the effect on the bugs linked to the section, rather than on all others.</param>
/// <param name="Other">The other section that must be gone as well; <see langword="null"/> for one section alone.</param>
internal sealed record SectionColumn(int Column, string Section, bool OnLinked, string? Other);

/// <summary>Which features are on in which trial: the bug itself, and each effect of what was left out.</summary>
internal sealed class SectionDesign
{
    /// <summary>Under so many trials with and without, an effect is not tested: the ridge would speak, not the trials.</summary>
    private const int FewestTrials = 3;

    private readonly Dictionary<string, int> bugs;
    private readonly ILookup<string, string> sectionsOf;
    private readonly IReadOnlyList<string> order;
    private readonly Dictionary<string, IReadOnlyList<string>> linked;
    private readonly int[] seen;

    public SectionDesign(IReadOnlyList<AblationTrial> trials, IReadOnlyList<string> sections, ILookup<string, string> links)
    {
        order = sections;
        bugs = trials.Select(static trial => trial.Bug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Index().ToDictionary(static bug => bug.Item, static bug => bug.Index, StringComparer.Ordinal);
        linked = sections.ToDictionary(static section => section, section => (IReadOnlyList<string>)[.. links[section].Where(bugs.ContainsKey).Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);
        sectionsOf = linked.SelectMany(static entry => entry.Value.Select(bug => (Bug: bug, Section: entry.Key))).ToLookup(static link => link.Bug, static link => link.Section, StringComparer.Ordinal);
        Effects = [.. Columns().Index().Select(column => new SectionColumn(bugs.Count + column.Index, column.Item.Section, column.Item.OnLinked, column.Item.Other))];
        var places = Effects.ToDictionary(static effect => (effect.Section, effect.OnLinked, effect.Other), static effect => effect.Column);
        Rows = [.. trials.Select(trial => Row(trial, places))];
        seen = new int[bugs.Count + Effects.Count];
        foreach (var column in Rows.SelectMany(static row => row))
            seen[column]++;
    }

    /// <summary>The effects, in the order of their columns.</summary>
    public IReadOnlyList<SectionColumn> Effects { get; }

    /// <summary>For each trial, the columns that are on.</summary>
    public IReadOnlyList<int[]> Rows { get; }

    /// <summary>The bugs of the trials that are linked to a section.</summary>
    public IReadOnlyList<string> LinkedTo(string section) => linked[section];

    /// <summary>The column of a bug's own level.</summary>
    public int ColumnOf(string bug) => bugs[bug];

    /// <summary>Whether enough trials had it on to say anything.</summary>
    public bool IsSeen(int column) => seen[column] >= FewestTrials && Rows.Count - seen[column] >= FewestTrials;

    /// <summary>One over the variance that each coefficient is believed to have.</summary>
    public IReadOnlyList<double> Penalties(double level, double effect) => [.. Enumerable.Repeat(level, bugs.Count), .. Enumerable.Repeat(effect, Effects.Count)];

    private IEnumerable<(string Section, bool OnLinked, string? Other)> Columns()
    {
        foreach (var section in order)
        {
            if (linked[section].Count > 0)
                yield return (section, true, null);
            yield return (section, false, null);
        }

        foreach (var (place, one) in order.Index())
        {
            foreach (var other in order.Skip(place + 1).Where(other => linked[one].Intersect(linked[other], StringComparer.Ordinal).Any()))
                yield return (one, true, other);
        }
    }

    private int[] Row(AblationTrial trial, Dictionary<(string Section, bool OnLinked, string? Other), int> places)
    {
        var on = new List<int> { bugs[trial.Bug] };
        var own = sectionsOf[trial.Bug].ToHashSet(StringComparer.Ordinal);
        foreach (var section in trial.Dropped)
        {
            if (places.TryGetValue((section, own.Contains(section), null), out var column))
                on.Add(column);
            on.AddRange(trial.Dropped.Where(own.Contains).Where(_ => own.Contains(section)).Select(other => places.GetValueOrDefault((section, true, other), -1)).Where(static place => place >= 0));
        }

        return [.. on];
    }
}
