namespace BugSeeder.Model.Bugs;

/// <summary>The commit of the target's own past whose fix a seed takes back. It stays in the bank: no workspace and no prompt has it.</summary>
/// <param name="Commit">The commit's id.</param>
/// <param name="Message">Its message.</param>
public sealed record Provenance(string Commit, string Message);

/// <summary>One of the seeds that a combination is made of.</summary>
/// <param name="Seed">The id of the seed.</param>
/// <param name="Mutator">What made it.</param>
/// <param name="Class">What kind of slip it is.</param>
/// <param name="Mistake">The mistake in one sentence.</param>
/// <param name="Place">Where it stands in the original.</param>
public sealed record SeedPart(string Seed, string Mutator, BugClass Class, string Mistake, CodePlace Place);
