using BugSeeder.Model.Grades;

namespace BugSeeder.Bench.Statistics;

/// <summary>How planted effects of sections were labelled.</summary>
/// <param name="Bugs">How many bugs the experiment had.</param>
/// <param name="Of">How many sections the spec had.</param>
/// <param name="Trials">How many trials each bug had.</param>
/// <param name="Planted">What was planted.</param>
/// <param name="Sections">How many sections had it.</param>
/// <param name="Hit">The share that got its label.</param>
/// <param name="Labelled">The share of each label.</param>
internal sealed record SectionHits(int Bugs, int Of, int Trials, SectionEffect Planted, int Sections, double Hit, IReadOnlyDictionary<SectionEffect, double> Labelled);

/// <summary>
/// Specs whose sections do known things: most help the bugs linked to them, two may say the same as each other, one misleads, the others do nothing. Sections are left
/// out at random, and the labels are compared with what was planted.
/// </summary>
internal static class SectionStudy
{
    /// <summary>Trials of each bug: what a run can pay for, and what it takes to tell that nothing is there.</summary>
    private static readonly int[] Designs = [16, 40];

    /// <summary>What a section that helps adds for the bugs linked to it, in logits: from about 25 to about 80 %.</summary>
    private const double Effect = 2.5;

    private static readonly Layout[] Layouts =
    [
        new(50,
        [
            SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Redundant, SectionEffect.Redundant,
            SectionEffect.Harmful, SectionEffect.Inert, SectionEffect.Inert, SectionEffect.Inert,
        ]),
        new(30, [SectionEffect.Helps, SectionEffect.Helps, SectionEffect.Harmful, SectionEffect.Inert]),
        new(24, [SectionEffect.Helps, SectionEffect.Inert]),
    ];

    private static readonly SectionEffect[] Labels = Enum.GetValues<SectionEffect>();

    /// <summary>The shares over many experiments.</summary>
    public static IReadOnlyList<SectionHits> Run(int runs) => [.. from layout in Layouts from trials in Designs from hits in Run(layout, trials, runs) select hits];

    private static IEnumerable<SectionHits> Run(Layout layout, int trials, int runs)
    {
        var sums = Cells.Sum($"sections {layout.Planted.Length} {trials}", runs, Labels.Length * Labels.Length, (assistant, counted) =>
        {
            foreach (var (planted, found) in layout.Planted.Zip(Experiment(layout, assistant, trials)))
                counted[((int)planted * Labels.Length) + (int)found.Effect]++;
        });
        return layout.Planted.Distinct().Select(planted => Hits(layout, trials, planted, sums, runs));
    }

    private static SectionHits Hits(Layout layout, int trials, SectionEffect planted, double[] sums, int runs)
    {
        var all = runs * layout.Planted.Count(each => each == planted);
        var shares = Labels.ToDictionary(label => label, label => sums[((int)planted * Labels.Length) + (int)label] / all);
        return new(layout.Bugs, layout.Planted.Length, trials, planted, all, shares[planted], shares);
    }

    private static IReadOnlyList<SectionFinding> Experiment(Layout layout, Assistant assistant, int repeated)
    {
        var links = Enumerable.Range(0, layout.Bugs).SelectMany(layout.Links).ToLookup(link => link.Section, link => link.Bug);
        var dropped = AblationPlan.Draw(layout.Names, links, layout.Bugs * repeated, assistant.Successes(0.5, 40) + (1000L * assistant.Successes(0.5, 40)));
        double[] levels = [.. Enumerable.Range(0, layout.Bugs).Select(_ => 1.2 + (1.2 * assistant.Normal()))];
        var trials = dropped.Select((left, trial) =>
        {
            var bug = trial / 2 % layout.Bugs;
            return new AblationTrial(Layout.Bug(bug), left, assistant.Succeeds(Scenario.Logistic(levels[bug] + layout.Change(bug, left))) ? 1 : 0);
        }).ToList();
        return SectionEffects.Of(trials, layout.Names, links);
    }

    /// <summary>A spec and its bugs; each bug is linked to one section in turn, or to all of those that say the same.</summary>
    /// <param name="Bugs">How many bugs.</param>
    /// <param name="Planted">What each section does.</param>
    private sealed record Layout(int Bugs, SectionEffect[] Planted)
    {
        public IReadOnlyList<string> Names { get; } = [.. Planted.Index().Select(section => $"section {section.Index}")];

        public static string Bug(int bug) => $"b{bug:00}";

        public IEnumerable<(string Section, string Bug)> Links(int bug) => Homes(bug).Select(section => (section, Bug(bug)));

        /// <summary>What leaving these sections out does to a bug.</summary>
        public double Change(int bug, IReadOnlySet<string> left)
        {
            var misled = Of(SectionEffect.Harmful).Count(left.Contains) * 1.2; // A section that misleads does so whatever the bug.
            return Planted[bug % Planted.Length] is SectionEffect.Helps or SectionEffect.Redundant && Homes(bug).All(left.Contains) ? misled - Effect : misled;
        }

        private IEnumerable<string> Homes(int bug) =>
            Planted[bug % Planted.Length] == SectionEffect.Redundant ? Of(SectionEffect.Redundant) : [Names[bug % Planted.Length]];

        private IEnumerable<string> Of(SectionEffect effect) => Names.Where((_, section) => Planted[section] == effect);
    }
}
