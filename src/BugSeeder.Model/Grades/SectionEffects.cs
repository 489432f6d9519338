using BugSeeder.Model.Statistics;
using MathNet.Numerics.Distributions;

namespace BugSeeder.Model.Grades;

/// <summary>What leaving a section out was shown to do.</summary>
public enum SectionEffect
{
    /// <summary>Bugs linked to it are fixed less often without it.</summary>
    Helps,

    /// <summary>Without it nothing is lost as long as another section stays that says the same; without both, something is.</summary>
    Redundant,

    /// <summary>Bugs are fixed more often without it.</summary>
    Harmful,

    /// <summary>Leaving it out changes nothing, to within the effect that matters.</summary>
    Inert,

    /// <summary>The trials do not say which.</summary>
    Unknown,
}

/// <summary>One trial under a spec with sections left out.</summary>
/// <param name="Bug">The bug.</param>
/// <param name="Dropped">The sections that were left out.</param>
/// <param name="Value">Its clean fix: 1 or 0.</param>
public sealed record AblationTrial(string Bug, IReadOnlySet<string> Dropped, double Value);

/// <summary>What was found of one section.</summary>
/// <param name="Section">The section.</param>
/// <param name="Effect">The finding.</param>
/// <param name="Points">How much more often the bugs linked to it are fixed with it, from -1 to 1; <see langword="null"/> where it has none.</param>
/// <param name="Low">The lower end of the 95 % interval of <paramref name="Points"/>.</param>
/// <param name="High">The upper end.</param>
/// <param name="Adjusted">The p-value behind the finding, adjusted over all sections.</param>
/// <param name="SameAs">The section that says the same, of one that is redundant.</param>
/// <param name="Bugs">How many bugs are linked to it.</param>
public sealed record SectionFinding(string Section, SectionEffect Effect, double? Points, double? Low, double? High, double Adjusted, string? SameAs, int Bugs);

/// <summary>
/// Tells from trials with sections left out at random what each section does. One ridge-logistic fit: each bug has its own level; leaving a section out has an
/// effect on the bugs linked to it, another on all others, and, for two sections linked to the same bug, a third when both are gone. Leaving out was drawn by lot, so
/// the effects are causal for these bugs. Findings are taken at a false-discovery share of 10 %.
/// </summary>
public static class SectionEffects
{
    /// <summary>An effect under so many points on the bugs linked to a section is taken for none.</summary>
    public const double Negligible = 0.15;

    /// <summary>One over the variance of a bug's level beforehand: logits within about ±3.</summary>
    private const double LevelPenalty = 1 / 9.0;

    /// <summary>One over the variance of an effect beforehand: logits within about ±2.5.</summary>
    private const double EffectPenalty = 1 / 6.0;

    /// <summary>A finding for each section.</summary>
    /// <param name="trials">The trials; those under the whole spec are among them.</param>
    /// <param name="sections">All sections that could be left out.</param>
    /// <param name="links">The bugs linked to each section.</param>
    public static IReadOnlyList<SectionFinding> Of(IReadOnlyList<AblationTrial> trials, IReadOnlyList<string> sections, ILookup<string, string> links)
    {
        var design = new SectionDesign(trials, sections, links);
        var fit = RidgeLogistic.Fit(design.Rows, [.. trials.Select(static trial => trial.Value)], design.Penalties(LevelPenalty, EffectPenalty));
        var effects = design.Effects.ToDictionary(effect => effect.Column, effect => (Value: fit.Coefficients[effect.Column], Error: fit.Errors[effect.Column]));
        var tested = design.Effects.Where(effect => design.IsSeen(effect.Column)).ToList();
        var adjusted = tested.Zip(FalseDiscovery.Adjusted([.. tested.Select(effect => PValue(effects[effect.Column]))])).ToDictionary(static pair => pair.First.Column, static pair => pair.Second);
        return [.. sections.Select(section => Find(section, design, fit, effects, adjusted))];
    }

    private static SectionFinding Find(string section, SectionDesign design, RidgeLogistic fit, Dictionary<int, (double Value, double Error)> effects, Dictionary<int, double> adjusted)
    {
        bool IsFound(SectionColumn effect, int sign) => adjusted.GetValueOrDefault(effect.Column, 1) <= FalseDiscovery.Share && Math.Sign(effects[effect.Column].Value) == sign;
        var own = design.Effects.Where(effect => effect.Section == section && effect.Other is null).ToList();
        var linked = own.Find(static effect => effect.OnLinked);
        var pair = design.Effects.Where(effect => effect.Other is not null && (effect.Section == section || effect.Other == section) && IsFound(effect, -1))
            .OrderBy(effect => effects[effect.Column].Value).FirstOrDefault();
        (double Value, double Low, double High)? points = linked is null || !design.IsSeen(linked.Column) ? null : Points(linked, design, fit, effects[linked.Column]);
        SectionFinding Finding(SectionEffect effect, double p, string? sameAs = null) =>
            new(section, effect, points?.Value, points?.Low, points?.High, p, sameAs, design.LinkedTo(section).Count);

        // Leaving out lowers: the coefficient of a section that helps is below 0.
        if (own.Find(effect => IsFound(effect, 1)) is { } harmful)
            return Finding(SectionEffect.Harmful, adjusted[harmful.Column]);
        if (linked is not null && IsFound(linked, -1))
            return Finding(SectionEffect.Helps, adjusted[linked.Column]);
        if (pair is not null)
            return Finding(SectionEffect.Redundant, adjusted[pair.Column], pair.Section == section ? pair.Other : pair.Section);
        var p = linked is null ? 1 : adjusted.GetValueOrDefault(linked.Column, 1);
        return Finding(points is { High: < Negligible } ? SectionEffect.Inert : SectionEffect.Unknown, p);
    }

    /// <summary>The effect on the probability of a clean fix, averaged over the bugs linked to the section, with the whole spec otherwise.</summary>
    private static (double Value, double Low, double High) Points(SectionColumn linked, SectionDesign design, RidgeLogistic fit, (double Value, double Error) effect)
    {
        double With(double coefficient) => design.LinkedTo(linked.Section).Average(bug =>
        {
            var level = fit.Coefficients[design.ColumnOf(bug)];
            return RidgeLogistic.Probability(level) - RidgeLogistic.Probability(level + coefficient);
        });
        var reach = Interval.NormalQuantile * effect.Error;
        return (With(effect.Value), With(effect.Value + reach), With(effect.Value - reach));
    }

    private static double PValue((double Value, double Error) effect) => 2 * Normal.CDF(0, 1, -Math.Abs(effect.Value / effect.Error));
}
