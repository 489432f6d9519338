using BugSeeder.Bench.Stryker;
using BugSeeder.Bench.Truth;

namespace BugSeeder.Bench.Proving;

/// <summary>What both say of one mutant.</summary>
/// <param name="Mutant">The mutant, with Stryker's word.</param>
/// <param name="Ours">Our word.</param>
internal sealed record Pair(ImportedMutant Mutant, FastVerdict Ours)
{
    public bool Agree => Mutant.Ruling == Ours.Ruling;
}

/// <summary>A mutant of which the two say different things, and who is right.</summary>
internal sealed record Disagreement(string File, int Line, string Mutator, string Original, string Replacement, StrykerStatus Stryker, Ruling Ours, string OurReason, Ruling Truth, string TruthReason, bool Wavers)
{
    public bool OursIsWrong => !Wavers && Ours != Truth;

    public bool StrykerIsWrong => !Wavers && TheirRuling != Truth;

    private Ruling TheirRuling => new ImportedMutant("", "", new(File, 0, "", ""), Stryker).Ruling;
}

/// <summary>How two judges of the same mutants compare, with every disagreement settled by the truth.</summary>
/// <param name="Compared">Mutants that both judged.</param>
/// <param name="Tested">Of these, mutants that Stryker ran tests on, or found without coverage; the others it says do not compile.</param>
/// <param name="Agreed">Mutants of which both say the same.</param>
/// <param name="OursWrong">Disagreements in which the truth is not what we say.</param>
/// <param name="StrykerWrong">Disagreements in which the truth is not what Stryker says.</param>
/// <param name="Wavering">Disagreements in which two real runs differ, so that nobody is wrong.</param>
/// <param name="Disagreements">Every disagreement.</param>
internal sealed record Comparison(int Compared, int Tested, int Agreed, int OursWrong, int StrykerWrong, int Wavering, IReadOnlyList<Disagreement> Disagreements)
{
    /// <summary>The share of mutants of which our word is the truth, as far as a disagreement brought it up.</summary>
    public double AgreementAfterAdjudication => Compared == 0 ? 0 : 1 - ((double)OursWrong / Compared);

    /// <summary>Pairs the words on the same mutants.</summary>
    public static IReadOnlyList<Pair> Pairs(IEnumerable<ImportedMutant> mutants, FastRun ours)
    {
        var words = ours.Verdicts.ToDictionary(verdict => verdict.Id, StringComparer.Ordinal);
        return [.. mutants.Where(mutant => words.ContainsKey(mutant.Id)).Select(mutant => new Pair(mutant, words[mutant.Id]))];
    }

    /// <summary>Sums up, given the truth about each pair that disagrees, in their order.</summary>
    public static Comparison Of(IReadOnlyList<Pair> pairs, IReadOnlyList<Finding> truths, Func<ImportedMutant, int> lineOf)
    {
        var disagreements = pairs.Where(pair => !pair.Agree).Zip(truths, (pair, truth) => new Disagreement(
            pair.Mutant.Edit.File, lineOf(pair.Mutant), pair.Mutant.Mutator, pair.Mutant.Edit.Original, pair.Mutant.Edit.Replacement,
            pair.Mutant.Status, pair.Ours.Ruling, pair.Ours.Reason, truth.Ruling, truth.Reason, truth.Wavers)).ToList();
        return new(
            pairs.Count, pairs.Count(pair => pair.Mutant.Status != StrykerStatus.CompileError), pairs.Count(pair => pair.Agree),
            disagreements.Count(entry => entry.OursIsWrong), disagreements.Count(entry => entry.StrykerIsWrong), disagreements.Count(entry => entry.Wavers), disagreements);
    }
}
