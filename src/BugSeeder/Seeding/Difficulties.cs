using BugSeeder.Code;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Seeding;

/// <summary>Reads the signs of difficulty off a seed and its witnesses.</summary>
internal sealed class Difficulties(TargetCode code, IReadOnlyList<string> oracle, CancellationToken cancellationToken)
{
    private readonly Lazy<CallGraph> graph = new(() => CallGraph.Of(code, cancellationToken));
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> distances = new(StringComparer.Ordinal);

    /// <summary>The difficulty of a seed that these tests notice.</summary>
    public BugDifficulty Of(Seed seed, IReadOnlyList<string> witnesses)
    {
        var members = seed.AllPlaces.Select(place => place.Member).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var reach = Reach(members);
        var calls = witnesses.Select(witness => reach.GetValueOrDefault(CallGraph.MemberOf(witness), -1)).Where(distance => distance > 0).ToList();
        var reaching = oracle.Count(test => reach.ContainsKey(CallGraph.MemberOf(test)));
        // What the graph does not see, the witnesses still prove: they do reach it.
        var known = Math.Max(reaching, witnesses.Count);
        return BugDifficulty.Predict(seed.Shape, seed.Class, witnesses.Count, reaching == 0 ? 0 : known, calls.Count > 0 ? calls.Min() : null, seed.AllPlaces.Count);
    }

    private IReadOnlyDictionary<string, int> Reach(List<string> members)
    {
        var key = string.Join('\n', members);
        if (!distances.TryGetValue(key, out var found))
            distances[key] = found = graph.Value.DistancesTo(members);
        return found;
    }
}
