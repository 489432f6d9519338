using BugSeeder.Code;
using BugSeeder.Model;
using BugSeeder.Mutators.FromPacks;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Seeding;

/// <summary>Packs in files of a user's own.</summary>
public static class PackFiles
{
    /// <summary>The packs that come with BugSeeder, and those in some files.</summary>
    /// <param name="files">Paths of YAML files.</param>
    /// <exception cref="UserError">A file is missing or is no pack, or two packs have one name.</exception>
    public static IReadOnlyList<Pack> WithShipped(IEnumerable<string> files)
    {
        List<Pack> packs = [.. Packs.Shipped, .. files.Select(Read)];
        return packs.GroupBy(pack => pack.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UserError($"Two packs are named '{twice.Key}'.", "Give one of them another name with its key `pack`.")
            : packs;
    }

    /// <summary>Reads one pack.</summary>
    /// <exception cref="UserError">The file is missing, or is no pack; the message says the line and column.</exception>
    public static Pack Read(string file) => File.Exists(file)
        ? PackReader.Read(File.ReadAllText(file), file)
        : throw new UserError($"There is no file {file}.", "Name a YAML file with a pack; docs/packs.md explains the form.");

    /// <summary>Runs the examples of a pack.</summary>
    /// <returns>What does not hold.</returns>
    /// <exception cref="UserError">A framework that the examples need is not installed.</exception>
    public static IReadOnlyList<PackFailure> Test(Pack pack, CancellationToken cancellationToken) =>
        [.. PackTest.Run(pack, [.. FrameworkAssemblies.For(pack.Frameworks).Select(path => MetadataReference.CreateFromFile(path))], cancellationToken)];
}
