using BugSeeder.Execution.Git;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Configuration;

/// <summary>What a look at a target's files and at this machine finds, without building anything.</summary>
/// <param name="Solution">The solution in the top folder, if there is exactly one.</param>
/// <param name="TestProjects">Projects that look like tests.</param>
/// <param name="Specs">Documents that look like specs, the likeliest first.</param>
/// <param name="Documents">Other documents that may restate a spec.</param>
/// <param name="Assistants">Assistants that can be started here.</param>
public sealed record Survey(string? Solution, IReadOnlyList<string> TestProjects, IReadOnlyList<string> Specs, IReadOnlyList<string> Documents, IReadOnlyList<string> Assistants)
{
    private static readonly string[] SpecWords = ["spec", "specs", "specification", "requirements", "prd", "openspec", "rfc", "design"];

    /// <summary>Looks at a target.</summary>
    public static async Task<Survey> OfAsync(string target, CancellationToken cancellationToken)
    {
        var tree = TargetReader.Read(target).Tree;
        var solutions = tree.Files.Keys.Where(path => !path.Contains('/', StringComparison.Ordinal) && Path.GetExtension(path) is ".sln" or ".slnx").ToList();
        var documents = tree.Files.Keys.Where(path => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".adoc" or ".rst").ToList();
        var specs = documents.Where(IsSpec).ToList();
        var assistants = new List<string>();
        foreach (var kind in Assisting.Assistants.Catalogue.Kinds.Select(kind => kind.Name).Where(name => name != "command" && !Assisting.Assistants.References.Contains(name)))
        {
            if ((await Assisting.Assistants.Create(kind, new()).ProbeAsync(cancellationToken)).Found)
                assistants.Add(kind);
        }

        return new(
            solutions.Count == 1 ? solutions[0] : null,
            [.. tree.Files.Keys.Where(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && IsTest(tree.Files[path]))],
            specs, [.. documents.Except(specs).Where(path => !path.Contains("licen", StringComparison.OrdinalIgnoreCase))], assistants);
    }

    private static bool IsSpec(string path) => path.ToLowerInvariant().Split('/', '.', '-', '_').Any(SpecWords.Contains);

    private static bool IsTest(TreeFile project) =>
        project.Text is { } text && (text.Contains("Microsoft.NET.Test.Sdk", StringComparison.OrdinalIgnoreCase) || text.Contains("xunit", StringComparison.OrdinalIgnoreCase)
            || text.Contains("NUnit", StringComparison.OrdinalIgnoreCase) || text.Contains("MSTest", StringComparison.OrdinalIgnoreCase) || text.Contains("TUnit", StringComparison.OrdinalIgnoreCase));
}
