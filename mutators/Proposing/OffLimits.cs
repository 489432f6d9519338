using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Proposing;

/// <summary>Where no mistake is made, because it would not compile, would not matter or would vanish.</summary>
internal static class OffLimits
{
    /// <summary>From here on a list is a table of data: its rows would crowd out the code, and hardly any has a test of its own.</summary>
    private const int Table = 60;

    public static bool MayEnter(SyntaxNode node) => node switch
    {
        AttributeListSyntax or UsingDirectiveSyntax or ExternAliasDirectiveSyntax => false,
        // Assertions are gone in a release build, and fail by themselves in any other.
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Debug" } } } => false,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => false,
        // It says where the work goes on, which no test can tell.
        ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } } => false,
        BinaryExpressionSyntax or BinaryPatternSyntax when node.Parent?.RawKind != node.RawKind => Depth(node) < Table,
        InitializerExpressionSyntax list => list.Expressions.Count < Table,
        CollectionExpressionSyntax list => list.Elements.Count < Table,
        MemberDeclarationSyntax member => !member.AttributeLists.SelectMany(list => list.Attributes).Any(IsGeneratedCode),
        _ => true,
    };

    /// <summary>How long a chain of operators is; it leans to the left.</summary>
    private static int Depth(SyntaxNode node)
    {
        var depth = 0;
        for (SyntaxNode? at = node; at is not null; depth++)
            at = at switch { BinaryExpressionSyntax binary => binary.Left, BinaryPatternSyntax pattern => pattern.Left, _ => null };
        return depth;
    }

    /// <summary>A constant must stay one: there, an edit may bring literals and operators, but no name.</summary>
    public static bool NeedsConstant(Candidate candidate) =>
        candidate.Node.AncestorsAndSelf().Any(RequiresConstant)
        && candidate.Replacements.Any(edit => SyntaxFactory.ParseTokens(edit.NewText).Any(IsName));

    private static bool IsName(SyntaxToken token) => token.IsKind(SyntaxKind.IdentifierToken) && token.Text is not ("and" or "or" or "not");

    private static bool RequiresConstant(SyntaxNode node) => node switch
    {
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        EqualsValueClauseSyntax { Parent: ParameterSyntax or EnumMemberDeclarationSyntax } => true,
        CaseSwitchLabelSyntax or PatternSyntax => true,
        _ => false,
    };

    private static bool IsGeneratedCode(AttributeSyntax attribute) =>
        attribute.Name.ToString() is var name
        && (name.EndsWith("GeneratedCode", StringComparison.Ordinal) || name.EndsWith("GeneratedCodeAttribute", StringComparison.Ordinal));
}
