using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>
/// Takes witnesses out of the test sources by syntax: a whole method, or one row of a data-driven test. What only they needed goes with them,
/// so that no hole tells where they were.
/// </summary>
internal static class WitnessRemoval
{
    /// <summary>The tree without the witnesses, or why they cannot be removed.</summary>
    public sealed record Result(SourceTree Tree, string? Problem);

    /// <summary>Removes tests by their identities.</summary>
    public static Result Remove(SourceTree tree, TargetCode code, IReadOnlyList<string> witnesses, CancellationToken cancellationToken)
    {
        foreach (var group in witnesses.GroupBy(witness => TestName.Parts(witness).Project, StringComparer.Ordinal))
        {
            if (code.Tests.FirstOrDefault(project => project.Compilation.AssemblyName == group.Key) is not { } project)
                return new(tree, $"its tests are not C#: {group.First()}");
            var spans = new List<SourceSpan>();
            foreach (var method in group.GroupBy(witness => TestName.Parts(witness)))
            {
                var methods = DeclarationsOf(project, method.Key.Class, method.Key.Method, cancellationToken);
                if (methods.Count == 0)
                    return new(tree, $"its method is not in the test sources: {method.First()}");
                spans.AddRange(TestRows.Named(methods, project, [.. method], cancellationToken));
            }

            var after = new TestSources(project).Without(spans, cancellationToken);
            tree = after.WriteTo(tree);
        }

        return new(tree, null);
    }

    /// <summary>The test's method and its overloads, in its class or in a base class of the test project. A helper of the same name is none of them.</summary>
    internal static List<MethodDeclarationSyntax> DeclarationsOf(ProjectCode project, string className, string methodName, CancellationToken cancellationToken)
    {
        var own = project.Trees.Values.ToHashSet();
        for (var type = project.Compilation.GetTypeByMetadataName(MetadataName(className)); type is not null; type = type.BaseType)
        {
            var found = type.GetMembers(methodName).OfType<IMethodSymbol>()
                .SelectMany(method => method.DeclaringSyntaxReferences)
                .Select(reference => reference.GetSyntax(cancellationToken))
                .OfType<MethodDeclarationSyntax>()
                .Where(declaration => own.Contains(declaration.SyntaxTree))
                .ToList();
            if (found.Count > 0)
                return found.Exists(TestKinds.IsTest) ? found.FindAll(TestKinds.IsTest) : found;
        }

        return [];
    }

    /// <summary>NUnit writes a generic fixture as <c>Fixture&lt;Int32,String&gt;</c>, metadata as <c>Fixture`2</c>.</summary>
    private static string MetadataName(string className) =>
        className.Split('<', 2) is [var name, var arguments] ? $"{name}`{arguments.Count(letter => letter == ',') + 1}" : className;
}
