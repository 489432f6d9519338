using BugSeeder.Execution.Builds;
using BugSeeder.Specs;

namespace BugSeeder.Scoring;

/// <summary>What a changed path is to the target.</summary>
internal enum PathKind
{
    /// <summary>Product code, or what is compiled or copied into it.</summary>
    Product,

    /// <summary>Test code, or data of a test project.</summary>
    Test,

    /// <summary>The spec.</summary>
    Spec,

    /// <summary>Project, package, build or CI files: never taken over when an assistant's work is judged.</summary>
    Build,

    /// <summary>Anything else, such as documents.</summary>
    Other,
}

/// <summary>Sorts paths by kind.</summary>
internal static class PathKinds
{
    private static readonly HashSet<string> BuildNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "global.json", "nuget.config", "packages.config", "packages.lock.json", "dotnet-tools.json", ".editorconfig", ".globalconfig", "xunit.runner.json", "testconfig.json", "version.json",
        "azure-pipelines.yml", "appveyor.yml", ".gitlab-ci.yml", ".travis.yml", "Dockerfile", "Makefile", "Jenkinsfile", ".gitmodules", ".gitattributes", ".gitignore",
    };

    private static readonly HashSet<string> BuildExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".csproj", ".fsproj", ".vbproj", ".proj", ".props", ".targets", ".sln", ".slnx", ".slnf", ".ruleset", ".runsettings", ".rsp", ".pubxml", ".nuspec", ".globalconfig", ".user",
    };

    private static readonly HashSet<string> DocumentExtensions = new(StringComparer.OrdinalIgnoreCase) { ".md", ".markdown", ".rst", ".adoc" };

    /// <summary>The kind of a path of a workspace.</summary>
    public static PathKind Of(string path, TargetLayout layout)
    {
        if (SpecVariant.IsSpec(path))
            return PathKind.Spec;
        if (BuildNames.Contains(Path.GetFileName(path)) || BuildExtensions.Contains(Path.GetExtension(path)) || path.StartsWith(".github/", StringComparison.OrdinalIgnoreCase) || path.StartsWith(".config/", StringComparison.OrdinalIgnoreCase) || path.StartsWith(".circleci/", StringComparison.OrdinalIgnoreCase))
            return PathKind.Build;
        if (layout.IsTestFile(path))
            return PathKind.Test;
        // Where the project lies in the top folder, everything lies under it.
        if (DocumentExtensions.Contains(Path.GetExtension(path)))
            return PathKind.Other;
        return layout.Products.Any(product => IsUnder(path, product.Path)) || path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) ? PathKind.Product : PathKind.Other;
    }

    private static bool IsUnder(string path, string project) => path.StartsWith(project[..(project.LastIndexOf('/') + 1)], StringComparison.Ordinal);
}
