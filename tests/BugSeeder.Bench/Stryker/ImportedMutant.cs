using BugSeeder.Bench.Truth;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Bench.Stryker;

/// <summary>One of Stryker's mutants as an edit of the target's text, with Stryker's word on it.</summary>
/// <param name="Id">Its number in Stryker's report.</param>
/// <param name="Mutator">What was done.</param>
/// <param name="Edit">The same as a text edit.</param>
/// <param name="Status">What Stryker says.</param>
internal sealed record ImportedMutant(string Id, string Mutator, TextEdit Edit, StrykerStatus Status)
{
    /// <summary>Stryker's word, as far as it can be compared.</summary>
    public Ruling Ruling => Status switch
    {
        StrykerStatus.CompileError => Ruling.DoesNotCompile,
        StrykerStatus.Survived or StrykerStatus.NoCoverage => Ruling.Unnoticed,
        _ => Ruling.Noticed,
    };
}
