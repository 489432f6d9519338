using BugSeeder.Code;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Examples;

namespace BugSeeder.Specs.Checking;

/// <summary>What rules know of the target.</summary>
/// <param name="Index">Its names.</param>
/// <param name="Examples">What became of each example, by the clause's id.</param>
/// <param name="Tests">The links from clauses to tests.</param>
internal sealed record CheckedCode(CodeIndex Index, IReadOnlyDictionary<string, ExampleResult> Examples, IReadOnlyList<Link> Tests);
