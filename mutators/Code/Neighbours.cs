using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>What stands around an expression.</summary>
internal static class Neighbours
{
    /// <summary>
    /// Whether the other side of the operator, assignment or conditional around an expression, or another argument beside it, reads
    /// like <paramref name="text"/>. Putting the same text there twice is seldom a slip, and often draws a warning (CS1717, CS1718).
    /// </summary>
    public static bool Mention(SyntaxNode node, string text)
    {
        var parent = node.Parent is ArgumentSyntax argument ? argument.Parent : node.Parent;
        return parent is BinaryExpressionSyntax or AssignmentExpressionSyntax or ConditionalExpressionSyntax or ArgumentListSyntax or EqualsValueClauseSyntax
            && parent.ChildNodes().Any(child => child != node && !child.Contains(node) && WithoutThis(child) == WithoutThis(text));
    }

    /// <summary>
    /// Whether a name, put in place of another at the start of a longer expression, would make that expression the same as its neighbour:
    /// <c>previous.At</c> in <c>now.At - previous.At</c>.
    /// </summary>
    public static bool MentionWhole(ExpressionSyntax name, string other)
    {
        ExpressionSyntax whole = name;
        var text = other;
        while (true)
        {
            if (Mention(whole, text))
                return true;
            if (whole.Parent is not (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax) || whole.Parent.SpanStart != name.SpanStart)
                return false;
            text += whole.Parent.ToString()[whole.Span.Length..];
            whole = (ExpressionSyntax)whole.Parent;
        }
    }

    /// <summary>Whether another name, put in place of the receiver of a call or of an argument, would be handed to its own method: <c>end.CompareTo(end)</c>.</summary>
    public static bool IsHandedToItself(ExpressionSyntax name, string other) => name.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access when access.Expression == name => call.ArgumentList.Arguments.Any(argument => WithoutThis(argument.Expression) == other),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } } => WithoutThis(called.Expression) == other,
        _ => false,
    };

    /// <summary>Whether a comparison chooses one of its own sides, as in <c>a &lt; b ? a : b</c>, where both are the same at the limit.</summary>
    public static bool ChoosesBetweenItsSides(BinaryExpressionSyntax comparison) =>
        comparison.Parent is ConditionalExpressionSyntax choice && choice.Condition == comparison
        && new[] { choice.WhenTrue.ToString(), choice.WhenFalse.ToString() }.Order(StringComparer.Ordinal).SequenceEqual(new[] { comparison.Left.ToString(), comparison.Right.ToString() }.Order(StringComparer.Ordinal));

    /// <summary>Whether the expression is what an assignment or an <c>out</c> or <c>ref</c> argument writes to.</summary>
    public static bool IsWritten(this ExpressionSyntax expression) => expression.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == expression,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
        PrefixUnaryExpressionSyntax prefix => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression,
        PostfixUnaryExpressionSyntax postfix => postfix.Kind() is SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression,
        _ => false,
    };

    private static string WithoutThis(SyntaxNode node) => WithoutThis(node.ToString());

    private static string WithoutThis(string text) => text.StartsWith("this.", StringComparison.Ordinal) ? text["this.".Length..] : text;
}
