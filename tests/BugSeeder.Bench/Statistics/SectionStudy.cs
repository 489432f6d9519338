using BugSeeder.Model.Grades;

namespace BugSeeder.Bench.Statistics;

/// <summary>How planted effects of sections were labelled.</summary>
/// <param name="Trials">How many trials each bug had.</param>
/// <param name="Planted">What was planted.</param>
/// <param name="Sections">How many sections had it.</param>
/// <param name="Hit">The share that got its label.</param>
/// <param name="Labelled">The share of each label.</param>
internal sealed record SectionHits(int Trials, SectionEffect Planted, int Sections, double Hit, IReadOnlyDictionary<SectionEffect, double> Labelled);

/// <summary>
/// Specs whose ten sections do known things: four help the bugs linked to them, two say the same as each other, one misleads, three do nothing. Sections are left out
/// at random, and the labels are compared with what was planted.
/// </summary>
internal static class SectionStudy
{
    /// <summary>Bugs of an experiment; each is linked to one section, or to both of two that say the same.</summary>
    public const int Bugs = 50;

    /// <summary>Trials of each bug: what a run can pay for, and what it takes to tell that nothing is there.</summary>
    private static readonly int[] Designs = [16, 40];

    /// <summary>What a section that helps adds for the bugs linked to it, in logits: from about 25 to about 80 %.</summary>
    private const double Effect = 2.5;

    private static readonly SectionEffect[] Planted =
    [
        SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Redundant, SectionEffect.Redundant,
        SectionEffect.Harmful, SectionEffect.Inert, SectionEffect.Inert, SectionEffect.Inert,
    ];

    private static readonly string[] Names = [.. Enumerable.Range(0, Planted.Length).Select(section => $"section {section}")];

    private static readonly SectionEffect[] Labels = Enum.GetValues<SectionEffect>();

    /// <summary>The shares over many experiments.</summary>
    public static IReadOnlyList<SectionHits> Run(int runs) => [.. Designs.SelectMany(trials => Run(trials, runs))];

    private static IEnumerable<SectionHits> Run(int trials, int runs)
    {
        var sums = Cells.Sum($"sections {trials}", runs, Labels.Length * Labels.Length, (assistant, counted) =>
        {
            foreach (var (planted, found) in Planted.Zip(Experiment(assistant, trials)))
                counted[((int)planted * Labels.Length) + (int)found.Effect]++;
        });
        return Planted.Distinct().Select(planted => Hits(trials, planted, sums, runs));
    }

    private static SectionHits Hits(int trials, SectionEffect planted, double[] sums, int runs)
    {
        var all = runs * Planted.Count(each => each == planted);
        var shares = Labels.ToDictionary(label => label, label => sums[((int)planted * Labels.Length) + (int)label] / all);
        return new(trials, planted, all, shares[planted], shares);
    }

    private static IReadOnlyList<SectionFinding> Experiment(Assistant assistant, int repeated)
    {
        var links = Enumerable.Range(0, Bugs).SelectMany(Links).ToLookup(link => link.Section, link => link.Bug);
        var dropped = AblationPlan.Draw(Names, links, Bugs * repeated, assistant.Successes(0.5, 40) + (1000L * assistant.Successes(0.5, 40)));
        double[] levels = [.. Enumerable.Range(0, Bugs).Select(_ => 1.2 + (1.2 * assistant.Normal()))];
        var trials = dropped.Select((left, trial) =>
        {
            var bug = trial / 2 % Bugs;
            return new AblationTrial(Name(bug), left, assistant.Succeeds(Scenario.Logistic(levels[bug] + Change(bug, left))) ? 1 : 0);
        }).ToList();
        return SectionEffects.Of(trials, Names, links);
    }

    /// <summary>What leaving these sections out does to a bug.</summary>
    private static double Change(int bug, IReadOnlySet<string> left)
    {
        var change = left.Contains(Names[6]) ? 1.2 : 0; // The section that misleads does so whatever the bug.
        var own = bug % Planted.Length;
        if (Planted[own] == SectionEffect.Helps && left.Contains(Names[own]))
            change -= Effect;
        if (Planted[own] == SectionEffect.Redundant && left.Contains(Names[4]) && left.Contains(Names[5]))
            change -= Effect;
        return change;
    }

    private static IEnumerable<(string Section, string Bug)> Links(int bug) =>
        Planted[bug % Planted.Length] == SectionEffect.Redundant ? [(Names[4], Name(bug)), (Names[5], Name(bug))] : [(Names[bug % Planted.Length], Name(bug))];

    private static string Name(int bug) => $"b{bug:00}";
}
