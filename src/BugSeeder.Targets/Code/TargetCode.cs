namespace BugSeeder.Code;

/// <summary>The C# projects of a target as its own build sees them.</summary>
/// <param name="Products">The projects that the tests reference.</param>
/// <param name="Tests">The C# test projects.</param>
internal sealed record TargetCode(IReadOnlyList<ProjectCode> Products, IReadOnlyList<ProjectCode> Tests)
{
    /// <summary>Whether a file is compiled into a product project.</summary>
    public bool IsProductSource(string path) => Products.Any(project => project.Trees.ContainsKey(path));
}
