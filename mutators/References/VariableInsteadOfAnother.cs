using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>A variable, field or property in scope is taken for another of its type.</summary>
internal sealed class VariableInsteadOfAnother : Mutator<IdentifierNameSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "variable-instead-of-another",
        Mistake: "A name of the same type stands where another is meant.",
        Class: BugClass.WrongReference,
        Before: "Console.WriteLine(shippedAt); return shippedAt;",
        After: "Console.WriteLine(shippedAt); return orderedAt;")
    {
        Repeats = true,
        Signature = "public DateTime Due(DateTime orderedAt, DateTime shippedAt, int count)",
        LeavesAlone =
        [
            "return default(DateTime).AddDays(count);",
            "return shippedAt == orderedAt ? default : DateTime.MaxValue;",
            "return shippedAt.CompareTo(orderedAt) > 0 ? default : DateTime.MaxValue;",
        ],
    };

    protected override IEnumerable<Slip> At(IdentifierNameSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!IsRead(node) || model.SymbolOf(node) is not { } symbol || Scope.TypeOf(symbol) is null or IErrorTypeSymbol)
            return [];
        if (Nulls.IsWatchedCheck(node, model) || !Declared.LeavesNoLocalUnused(node, model))
            return [];
        var member = (model.GetEnclosingSymbol(node.SpanStart, cancellationToken) as IMethodSymbol)?.AssociatedSymbol;
        return Scope.Alternatives(node, symbol, model)
            .Where(other => !Names.AreTheSame(other.Name, symbol.Name)
                && !SymbolEqualityComparer.Default.Equals(other, member)
                && !Neighbours.MentionWhole(node, other.Name)
                && !Neighbours.IsHandedToItself(node, other.Name))
            .Take(2)
            .Where((other, rank) => rank == 0 || Names.Similarity(other.Name, symbol.Name) > 0.4)
            .Select(other => new Slip(node.Span, other.Name));
    }

    private static bool IsRead(IdentifierNameSyntax node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node,
        AssignmentExpressionSyntax assignment => assignment.Right == node,
        ArgumentSyntax argument => argument.RefKindKeyword.RawKind == 0,
        PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => node.Parent.RawKind is (int)SyntaxKind.LogicalNotExpression or (int)SyntaxKind.UnaryMinusExpression,
        ExpressionSyntax => node.Parent is not (TypeSyntax or MemberBindingExpressionSyntax),
        EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or InterpolationSyntax => true,
        IfStatementSyntax or WhileStatementSyntax => true,
        _ => false,
    };
}
