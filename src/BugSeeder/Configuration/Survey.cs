using System.Xml;
using System.Xml.Linq;
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

    private static readonly string[] TestPackages = ["Microsoft.NET.Test.Sdk", "xunit", "NUnit", "MSTest", "TUnit"];

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
            [.. tree.Files.Keys.Where(path => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase) && IsTest(path, tree))],
            specs, [.. documents.Except(specs).Where(path => !path.Contains("licen", StringComparison.OrdinalIgnoreCase))], assistants);
    }

    private static bool IsSpec(string path) => path.ToLowerInvariant().Split('/', '.', '-', '_').Any(SpecWords.Contains);

    /// <summary>A project whose file, or a file that MSBuild adds to it, has a package or an SDK of a test framework. What such a file adds under a condition belongs to projects with tests in their name.</summary>
    private static bool IsTest(string project, SourceTree tree) =>
        ReferencesOf(project, tree).Any() || Above(project).Any(file => ReferencesOf(file, tree).Any(reference =>
            reference.AncestorsAndSelf().All(element => element.Attribute("Condition") is null) || Path.GetFileName(project).Contains("test", StringComparison.OrdinalIgnoreCase)));

    private static IEnumerable<string> Above(string project)
    {
        for (var folder = Path.GetDirectoryName(project); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return Path.Combine(folder, "Directory.Build.props").Replace('\\', '/');
            yield return Path.Combine(folder, "Directory.Build.targets").Replace('\\', '/');
        }
    }

    private static IEnumerable<XElement> ReferencesOf(string file, SourceTree tree)
    {
        if (tree.Files.GetValueOrDefault(file)?.Text is not { } text)
            return [];
        try
        {
            return XDocument.Parse(text.TrimStart('\uFEFF')).Descendants().Where(element => (element.Name.LocalName == "PackageReference" && IsTestPackage((string?)element.Attribute("Include")))
                || (element.Name.LocalName is "Project" or "Sdk" && ((string?)element.Attribute("Sdk") ?? (string?)element.Attribute("Name"))?.StartsWith("MSTest.Sdk", StringComparison.OrdinalIgnoreCase) == true));
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static bool IsTestPackage(string? package) => TestPackages.Any(known => known.Equals(package, StringComparison.OrdinalIgnoreCase) || package?.StartsWith($"{known}.", StringComparison.OrdinalIgnoreCase) == true);
}
