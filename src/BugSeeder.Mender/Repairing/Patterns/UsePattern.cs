using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// Use of what is declared and never read: a parameter or a local in the place of a value of its type, or handed to a method that takes it; and of what a call gives and nothing takes,
/// in the place of the value that it is called on. Code declares and computes nothing for nothing.
/// </summary>
internal sealed class UsePattern : FixPattern
{
    public override double Prior => 0.8;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context)
    {
        if (node is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } } call })
            return context.TypeOf(call) is { } given && (given.IsValueType || given.SpecialType == SpecialType.System_String) && SymbolEqualityComparer.Default.Equals(given, context.TypeOf(owner)) ? [new([new(new(call.SpanStart, 0), $"{owner} = ")], 1)] : [];
        if (node is not ExpressionSyntax value || node is LiteralExpressionSyntax { Parent: not (ArgumentSyntax or AssignmentExpressionSyntax or ReturnStatementSyntax or BinaryExpressionSyntax) } || !IsValue(value) || context.TypeOf(value) is not { } type)
            return [];
        return context.UnreadAt(value).Where(unread => SymbolEqualityComparer.Default.Equals(unread.Type, type) && unread.Name != value.ToString()).Select(unread => Fix.Replace(value, unread.Name, value is InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax ? 1 : 0.7));
    }

    private static bool IsValue(ExpressionSyntax expression) => expression.Parent switch
    {
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        ReturnStatementSyntax or BinaryExpressionSyntax or ConditionalExpressionSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == expression,
        _ => false,
    };
}
