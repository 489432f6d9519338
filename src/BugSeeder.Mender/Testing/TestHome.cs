using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Testing;

/// <summary>The test class that a new test belongs to: the one that speaks most of what the check is about.</summary>
internal static class TestHome
{
    /// <summary>The classes of a project that hold tests, the best first.</summary>
    /// <param name="project">The test project as it is in the workspace.</param>
    /// <param name="names">The types and members that the check names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static IReadOnlyList<(string File, ClassDeclarationSyntax Class)> Of(ProjectCode project, IReadOnlySet<string> names, CancellationToken cancellationToken) =>
    [
        .. project.Trees.SelectMany(entry => entry.Value.GetRoot(cancellationToken).DescendantNodes().OfType<ClassDeclarationSyntax>().Select(type => (File: entry.Key, Class: type)))
            .Where(entry => entry.Class.Members.OfType<MethodDeclarationSyntax>().Any(TestSyntax.IsTest) && entry.Class.TypeParameterList is null && !entry.Class.Modifiers.Any(modifier => modifier.ValueText == "abstract"))
            .OrderByDescending(entry => names.Count(name => entry.Class.Identifier.ValueText.StartsWith(name, StringComparison.Ordinal)))
            .ThenByDescending(entry => entry.Class.DescendantNodes().OfType<SimpleNameSyntax>().Count(name => names.Contains(name.Identifier.ValueText)))
            .ThenBy(entry => entry.File, StringComparer.Ordinal),
    ];
}
