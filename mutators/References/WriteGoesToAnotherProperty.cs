using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>A value is stored in the wrong property.</summary>
internal sealed class WriteGoesToAnotherProperty : Mutator<AssignmentExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "write-goes-to-another-property",
        Mistake: "A property of the same type is set where another is meant.",
        Class: BugClass.WrongReference,
        Before: "span.Start = at;",
        After: "span.End = at;")
    {
        Repeats = true,
        Members = "public class Span { public int Start { get; set; } public int End { get; set; } }",
        Signature = "public void Move(Span span, int at)",
        LeavesAlone =
        [
            "_ = new Span { Start = at };",
            "span.Start = span.End;",
        ],
    };

    protected override IEnumerable<Slip> At(AssignmentExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!node.IsKind(SyntaxKind.SimpleAssignmentExpression)
            || node.Left is not MemberAccessExpressionSyntax { Name: var name, Expression: var receiver }
            || node.Parent is InitializerExpressionSyntax
            || model.SymbolOf(node.Left) is not IPropertySymbol property
            || (property.IsStatic ? property.ContainingType : model.TypeOf(receiver)) is not { } owner
            || node.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not null)
            return [];
        return Scope.Siblings(property, owner, node.SpanStart, model)
            .Where(other => other is IPropertySymbol { SetMethod: { IsInitOnly: false } setter } && model.IsAccessible(node.SpanStart, setter)
                && !Neighbours.Mention(node.Left, $"{receiver}.{other.Name}"))
            .Take(1)
            .Select(other => new Slip(name.Span, other.Name));
    }
}
