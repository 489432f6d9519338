using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;

namespace BugSeeder.Model.Specs;

/// <summary>A spec variant with what a run shows of it.</summary>
/// <param name="Study">What was known of it before the first trial.</param>
/// <param name="Sections">How the bugs of each section fared.</param>
/// <param name="BlindSpots">What is not reached.</param>
/// <param name="Advice">What to write next, from the open half of the bank.</param>
public sealed record SpecReading(SpecStudy Study, IReadOnlyList<SectionReading> Sections, BlindSpots BlindSpots, IReadOnlyList<Advice> Advice)
{
    /// <summary>What leaving sections out showed, for each assistant; empty where none was.</summary>
    public IReadOnlyList<AblationReading> Ablations { get; init; } = [];

    /// <summary>The bugs whose hidden tests the spec quotes.</summary>
    public QuotedInputs Quoted { get; init; } = QuotedInputs.None;

    /// <summary>Reads a spec in the light of a run.</summary>
    /// <param name="study">What was known before.</param>
    /// <param name="bugs">The run's bugs.</param>
    /// <param name="rates">The clean-fix rate under this spec of each bug that was tried.</param>
    /// <param name="open">The ids of the bugs that advice may name.</param>
    public static SpecReading Of(SpecStudy study, IReadOnlyList<Bug> bugs, IReadOnlyDictionary<string, double> rates, IReadOnlySet<string> open) => new(
        study, SectionReading.Of(study.Spec, study.Trace, rates), BlindSpots.Of(study.Spec, study.Trace, bugs),
        Specs.Advice.Of(study.Trace, [.. bugs.Where(bug => open.Contains(bug.Id) && rates.TryGetValue(bug.Id, out var rate) && rate < SectionReading.CaughtFrom)]));
}
