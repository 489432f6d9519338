using System.Globalization;
using System.Text;
using BugSeeder.Bench.Measuring;

namespace BugSeeder.Bench.Scoring;

/// <summary>What <c>scoring</c> found.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Trials">Trials that were scored both ways.</param>
/// <param name="Fast">Of these, trials that the fast way settled by itself.</param>
/// <param name="Agreed">Of those, trials of which every measure is the same.</param>
/// <param name="Trees">Different trees that the real build had to judge for this.</param>
/// <param name="Disagreements">Measures that differ.</param>
/// <param name="Prepare">Seconds to prepare a challenge.</param>
/// <param name="FastSeconds">Seconds to score a trial fast, nothing known of any of its trees.</param>
/// <param name="SlowSeconds">Seconds to score the same trials by a clone, a restore, a build and a run of all tests for each tree.</param>
/// <param name="WarmSeconds">Seconds to score the same trials by the judge of runs: a copy of the built target, an incremental build and a run of all tests.</param>
/// <param name="Ratio">Prepare and slow scoring over prepare and fast scoring, trial by trial.</param>
internal sealed record ScoringReport(
    string Target, int Trials, int Fast, int Agreed, int Trees, IReadOnlyList<string> Disagreements,
    Spread? Prepare, Spread? FastSeconds, Spread? SlowSeconds, Spread? WarmSeconds, Spread? Ratio)
{
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Target}: {Trials} trials of reference assistants scored both ways; {Fast} settled fast, {Agreed} of these agree in every measure ({Trees} different trees built)\n");
        foreach (var entry in Disagreements)
            text.Append(CultureInfo.InvariantCulture, $"  {entry}\n");
        text.Append(CultureInfo.InvariantCulture, $"seconds a trial: prepare {Prepare}; score fast {FastSeconds}; clone, build and test {SlowSeconds}; incremental build and test {WarmSeconds}\n");
        text.Append(CultureInfo.InvariantCulture, $"prepare + clone, build and test over prepare + score fast: {Ratio}\n");
        return text.ToString();
    }
}
