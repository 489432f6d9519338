using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>Null checks that the compiler counts on: without one, it warns where the value is used.</summary>
internal static class Nulls
{
    /// <summary>Whether the condition proves to the compiler that something declared nullable is not null.</summary>
    public static bool Guards(ExpressionSyntax condition, SemanticModel model) =>
        condition.DescendantNodesAndSelf().Any(node => node switch
        {
            BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression =>
                (IsNull(binary.Right) && IsNullable(binary.Left, model)) || (IsNull(binary.Left) && IsNullable(binary.Right, model)),
            IsPatternExpressionSyntax pattern => IsNullable(pattern.Expression, model),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } type => IsNullable(type.Left, model),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "HasValue" } => true,
            InvocationExpressionSyntax call => HasNullContract(call, model),
            ConditionalAccessExpressionSyntax => true,
            _ => false,
        });

    /// <summary>
    /// Whether the expression is a test for null, or what such a test tests, where the compiler watches for null: the other way round, or
    /// of something else, it leaves the value unproven, and the warning points at the bug.
    /// </summary>
    public static bool IsWatchedCheck(SyntaxNode expression, SemanticModel model) =>
        model.GetNullableContext(expression.SpanStart).WarningsEnabled()
        && expression.AncestorsAndSelf().TakeWhile(node => node is ExpressionSyntax).Any(IsCheck);

    /// <summary>Whether a replacement tests for null where the original does not: from then on, the compiler takes the value for nullable.</summary>
    public static bool BringsWatchedCheck(SyntaxNode replacement, SyntaxNode original, SemanticModel model) =>
        replacement.DescendantNodesAndSelf().Any(IsCheck)
        && !original.DescendantNodesAndSelf().Any(IsCheck)
        && model.GetNullableContext(original.SpanStart).WarningsEnabled();

    private static bool IsCheck(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax binary => binary.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression
            && (IsNull(binary.Left) || IsNull(binary.Right)),
        IsPatternExpressionSyntax pattern => pattern.DescendantNodes().OfType<ExpressionSyntax>().Any(IsNull),
        _ => false,
    };

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    private static bool IsNullable(ExpressionSyntax expression, SemanticModel model) =>
        model.GetTypeInfo(expression) is { Type: var type } info
        && (type?.NullableAnnotation == NullableAnnotation.Annotated
            || info.Nullability.Annotation == NullableAnnotation.Annotated
            || type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            || model.SymbolOf(expression) is ILocalSymbol { NullableAnnotation: NullableAnnotation.Annotated });

    private static bool HasNullContract(InvocationExpressionSyntax call, SemanticModel model) =>
        call.ArgumentList.Arguments.Any(argument => IsNullable(argument.Expression, model))
        && Invoked.Method(call, model) is { } method
        && method.Parameters.SelectMany(parameter => parameter.GetAttributes())
            .Any(attribute => attribute.AttributeClass?.Name is "NotNullWhenAttribute" or "NotNullAttribute" or "MaybeNullWhenAttribute");
}
