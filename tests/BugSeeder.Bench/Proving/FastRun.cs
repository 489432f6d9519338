using BugSeeder.Bench.Measuring;
using BugSeeder.Bench.Truth;

namespace BugSeeder.Bench.Proving;

/// <summary>What one process of ours said of imported mutants.</summary>
/// <param name="Verdicts">Its word on each.</param>
/// <param name="Notes">Which way each test project was run and why, and what else was remarked.</param>
/// <param name="Phases">What its time went into.</param>
/// <param name="Runtime">What the runtime itself took.</param>
internal sealed record FastRun(IReadOnlyList<FastVerdict> Verdicts, IReadOnlyList<string> Notes, IReadOnlyList<PhaseTime> Phases, RuntimeCost Runtime);

/// <summary>Our word on one mutant.</summary>
/// <param name="Id">The mutant's number in Stryker's report.</param>
/// <param name="Ruling">As far as it can be compared.</param>
/// <param name="Reason">The verdict itself, and on what it rests.</param>
internal sealed record FastVerdict(string Id, Ruling Ruling, string Reason);
