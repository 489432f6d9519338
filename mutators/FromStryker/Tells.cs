using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromStryker;

/// <summary>
/// Stryker's replacements only have to compile; nobody is to read them. Here somebody is, so what gives the tool away is turned into
/// what a person would have written, or dropped.
/// </summary>
internal static class Tells
{
    /// <summary>The replacement as a person would write it; null where there is no such thing.</summary>
    public static SyntaxNode? Removed(SyntaxNode replacement, SyntaxNode original) => replacement switch
    {
        // "Stryker was here!" stands for "no longer empty": a blank is what really slips in, but nowhere as a fallback.
        LiteralExpressionSyntax { Token.ValueText: "Stryker was here!" } => original.Parent.IsKind(SyntaxKind.CoalesceExpression) ? null : Text(" "),
        // A NUL character in the source is nobody's slip.
        LiteralExpressionSyntax { Token.ValueText: "\0" } => null,
        // (true ? a : b) draws CS0429; the person forgot the condition and wrote a.
        ParenthesizedExpressionSyntax { Expression: ConditionalExpressionSyntax { Condition: LiteralExpressionSyntax always } conditional } =>
            Bare(always.IsKind(SyntaxKind.TrueLiteralExpression) ? conditional.WhenTrue : conditional.WhenFalse),
        // The parentheses come back where the place needs them.
        ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
        // +x is never written for a forgotten minus.
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryPlusExpression } plus => plus.Operand,
        PrefixUnaryExpressionSyntax { Operand: ParenthesizedExpressionSyntax { Expression: var inner } } not when IsPrimary(inner) => not.WithOperand(inner),
        // Nobody writes !(a > b) by accident; what turns the comparison itself around is proposed anyway.
        PrefixUnaryExpressionSyntax { Operand: ParenthesizedExpressionSyntax } when original is not PrefixUnaryExpressionSyntax => null,
        // The cast only helps Stryker's own compilation.
        CastExpressionSyntax { Expression: CollectionExpressionSyntax collection } => collection,
        // A default put into an empty collection is plainly planted.
        CollectionExpressionSyntax { Elements.Count: > 0 } when original is CollectionExpressionSyntax { Elements.Count: 0 } => null,
        ObjectCreationExpressionSyntax { Initializer.Expressions.Count: 0 } creation => WithoutInitializer(creation),
        InterpolatedStringExpressionSyntax { Contents.Count: 0 } => Text(""),
        _ => replacement,
    };

    private static LiteralExpressionSyntax Text(string value) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(value));

    private static ExpressionSyntax Bare(ExpressionSyntax arm) =>
        (arm is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : arm).WithoutTrivia();

    private static bool IsPrimary(ExpressionSyntax expression) =>
        expression is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax;

    private static ObjectCreationExpressionSyntax WithoutInitializer(ObjectCreationExpressionSyntax creation) =>
        creation.WithInitializer(null).WithArgumentList(creation.ArgumentList ?? SyntaxFactory.ArgumentList());
}
