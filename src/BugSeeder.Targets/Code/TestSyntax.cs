using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Code;

/// <summary>What a test looks like, in every framework that is supported.</summary>
internal static class TestSyntax
{
    private static readonly HashSet<string> TestAttributes = new(StringComparer.Ordinal)
    {
        "Fact", "Theory", "Test", "TestCase", "TestCaseSource", "TestMethod", "DataTestMethod", "SkippableFact", "SkippableTheory", "StaFact", "UIFact",
    };

    private static readonly HashSet<string> RowAttributes = new(StringComparer.Ordinal) { "InlineData", "TestCase", "DataRow", "Arguments" };

    private static readonly HashSet<string> SkipAttributes = new(StringComparer.Ordinal) { "Ignore", "Skip", "Explicit" };

    /// <summary>The test methods of a file.</summary>
    public static IEnumerable<MethodDeclarationSyntax> TestsIn(SyntaxNode root) =>
        root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(IsTest);

    /// <summary>Whether a method is a test.</summary>
    public static bool IsTest(MethodDeclarationSyntax method) => Attributes(method).Any(attribute => TestAttributes.Contains(NameOf(attribute)));

    /// <summary>A test's name within its file.</summary>
    public static string NameOf(MethodDeclarationSyntax method) =>
        string.Join('.', method.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse().Select(type => type.Identifier.ValueText).Append(method.Identifier.ValueText));

    /// <summary>How many rows of data it has in its attributes.</summary>
    public static int RowsOf(MethodDeclarationSyntax method) => Attributes(method).Count(attribute => RowAttributes.Contains(NameOf(attribute)));

    /// <summary>Whether it is skipped, by an attribute of its own, of its class, or by an argument.</summary>
    public static bool IsSkipped(MethodDeclarationSyntax method) =>
        Attributes(method).Concat(method.Ancestors().OfType<TypeDeclarationSyntax>().SelectMany(Attributes))
            .Any(attribute => SkipAttributes.Contains(NameOf(attribute)) || (attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText is "Skip" or "Ignore" or "Explicit") ?? false))
        || method.Body?.Statements.Any(statement => statement is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && IsSkip(call)) == true;

    /// <summary>The calls that check something: <c>Assert.…</c>, <c>…Should…</c>, <c>Verify</c> and the like.</summary>
    public static IReadOnlyList<InvocationExpressionSyntax> ChecksOf(MethodDeclarationSyntax method) =>
        [.. method.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => IsCheck(call) && !IsSkip(call))];

    /// <summary>A call that ends a test before it has checked anything.</summary>
    private static bool IsSkip(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Assert" or "Skip" }, Name.Identifier.ValueText: "Skip" or "Ignore" or "Inconclusive" or "Pass" };

    private static bool IsCheck(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var name } =>
            receiver.ToString().Split('.')[^1].EndsWith("Assert", StringComparison.Ordinal)
            || name.StartsWith("Should", StringComparison.Ordinal)
            || name.StartsWith("Verify", StringComparison.Ordinal)
            || name.StartsWith("Assert", StringComparison.Ordinal)
            || name.StartsWith("Received", StringComparison.Ordinal)
            || (receiver is InvocationExpressionSyntax inner && inner.ToString().Contains(".Should()", StringComparison.Ordinal)),
        IdentifierNameSyntax { Identifier.ValueText: var name } => name.StartsWith("Assert", StringComparison.Ordinal) || name.StartsWith("Verify", StringComparison.Ordinal) || name.StartsWith("Check", StringComparison.Ordinal),
        _ => false,
    };

    private static IEnumerable<AttributeSyntax> Attributes(MemberDeclarationSyntax member) => member.AttributeLists.SelectMany(list => list.Attributes);

    private static string NameOf(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString().Split('.', ':')[^1];
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name;
    }
}
