using BugSeeder.Model.Grades;

namespace BugSeeder.Model.Specs;

/// <summary>The bugs whose hidden tests a spec quotes: results on them show that the assistant can read, not that the spec is good.</summary>
/// <param name="Bugs">Their ids.</param>
/// <param name="Share">How many of the run's bugs they are.</param>
/// <param name="Without">The lift of the spec for each assistant over the other bugs alone; empty where no bug is quoted.</param>
public sealed record QuotedInputs(IReadOnlyList<string> Bugs, Share Share, IReadOnlyList<Lift> Without)
{
    /// <summary>None.</summary>
    public static QuotedInputs None { get; } = new([], Share.Of(0, 0), []);
}
