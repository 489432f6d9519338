using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;

namespace BugSeeder.Bench.Tells;

/// <summary>Whether anything tells which version of a place is planted.</summary>
/// <param name="Layout">By layout alone. It has to be at chance.</param>
/// <param name="Naturalness">By how usual the tokens are in the repository. People's bugs are a little unusual too (Ray et al. 2016), so it is published, not bounded.</param>
internal sealed record TellReport(TellResult Layout, TellResult Naturalness)
{
    /// <summary>Asks both classifiers about seeds of a target.</summary>
    public static TellReport Of(SourceTree tree, IEnumerable<Seed> seeds)
    {
        var places = seeds.Select(seed => TellPlace.Of(seed, tree)).ToList();
        var model = new TokenModel(tree);
        return new(
            PairClassifier.Judge(LayoutFeatures.Names, [.. places.Select(place => (place.Original.File, Minus(LayoutFeatures.Of(place.Planted), LayoutFeatures.Of(place.Original))))]),
            PairClassifier.Judge(TokenModel.Names, [.. places.Select(place => (place.Original.File, Minus(model.Features(place.Planted, place.Original), model.Features(place.Original, place.Original))))]));
    }

    private static double[] Minus(double[] planted, double[] original) => [.. planted.Zip(original, (more, less) => more - less)];
}
