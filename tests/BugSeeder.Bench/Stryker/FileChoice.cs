using BugSeeder.Code;
using BugSeeder.Model.Statistics;
using BugSeeder.Mutators.FromStryker;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Bench.Stryker;

/// <summary>
/// Chooses the files whose mutants are compared, when all of them would take too long: whole files in random order, since Stryker takes whole files, until
/// its mutators promise enough mutants in them. A file that promises more than that alone, such as a table of thousands of texts, is passed over: it would be
/// all that is compared.
/// </summary>
internal static class FileChoice
{
    /// <summary>Product files with about this many of Stryker's mutants, in ordinal order; all of them where there are no more.</summary>
    /// <param name="code">The target.</param>
    /// <param name="mutants">How many mutants are wanted.</param>
    /// <param name="number">The number that the choice starts from.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlyList<string> Of(TargetCode code, int mutants, long number, CancellationToken cancellationToken)
    {
        var files = code.Products.SelectMany(project => project.Trees.Select(entry => (entry.Key, project.Compilation, Tree: entry.Value)))
            .DistinctBy(file => file.Key, StringComparer.Ordinal).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        var chosen = new List<string>();
        var promised = 0;
        foreach (var (path, compilation, tree) in new SeededRandom(number).Shuffled(files))
        {
            if (promised >= mutants)
                break;
            var model = compilation.GetSemanticModel(tree);
            var here = tree.GetRoot(cancellationToken).DescendantNodes().Sum(node => StrykerMutators.At(node, model).Count());
            if (here == 0 || here > mutants)
                continue;
            promised += here;
            chosen.Add(path);
        }

        return [.. chosen.Order(StringComparer.Ordinal)];
    }
}
