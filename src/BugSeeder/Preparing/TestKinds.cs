using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Preparing;

/// <summary>Tells tests from what only stands around them. A framework's own attributes may be derived from, so every unknown attribute counts as a test's.</summary>
internal static class TestKinds
{
    private static readonly HashSet<string> Around = new(StringComparer.Ordinal)
    {
        "SetUp", "TearDown", "OneTimeSetUp", "OneTimeTearDown", "TestInitialize", "TestCleanup", "ClassInitialize", "ClassCleanup", "AssemblyInitialize", "AssemblyCleanup", "Before", "After",
        "SuppressMessage", "Obsolete", "ExcludeFromCodeCoverage", "MethodImpl", "Conditional", "DebuggerStepThrough", "GeneratedRegex", "LoggerMessage", "ModuleInitializer",
    };

    /// <summary>Whether a method is a test.</summary>
    public static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => !Around.Contains(NameOf(attribute))) && !method.Modifiers.Any(SyntaxKind.PrivateKeyword);

    /// <summary>Whether a type has tests, its nested types included.</summary>
    public static bool HasTests(BaseTypeDeclarationSyntax type) => type.DescendantNodes().OfType<MethodDeclarationSyntax>().Any(IsTest);

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString().Split('.', ':')[^1];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
