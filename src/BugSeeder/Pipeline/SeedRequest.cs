using BugSeeder.Execution.Builds;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Pipeline;

/// <summary>What to make a bank of.</summary>
/// <param name="Target">The target's folder.</param>
/// <param name="Settings">How the target is built and tested.</param>
/// <param name="Bank">The bank's name.</param>
/// <param name="Bugs">How many bugs are wanted.</param>
/// <param name="SeedNumber">The number that sampling starts from.</param>
/// <param name="Mix">The shares of the classes.</param>
/// <param name="Sources">Where seeds come from. Combinations are made of what is proven whenever the mix wants several hunks.</param>
/// <param name="Commits">How many commits of the target's past are looked at, at most.</param>
/// <param name="KeepComments">Whether comments and XML docs beside a bug stay, as people's bugs live beside right comments.</param>
/// <param name="Limit">How many seeds are judged at most.</param>
/// <param name="Parallel">How many trees are judged at once.</param>
/// <param name="Force">Whether a bank of the same name that was made from other inputs is replaced.</param>
/// <param name="Fresh">Whether proofs of an earlier, unfinished seeding are thrown away.</param>
public sealed record SeedRequest(
    string Target,
    TargetSettings Settings,
    string Bank,
    int Bugs,
    long SeedNumber,
    Mix Mix,
    IReadOnlyCollection<SeedSource> Sources,
    int Commits,
    bool KeepComments,
    int Limit,
    int Parallel,
    bool Force,
    bool Fresh);
