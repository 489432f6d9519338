using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A value is not stored.</summary>
internal sealed class AssignmentIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "assignment-is-forgotten",
        Mistake: "A property, field or total keeps its old value.",
        Class: BugClass.Omission,
        Before: "Count(item); Last = item;",
        After: "Count(item);")
    {
        Repeats = true,
        Members = """public string Last { get; private set; } = ""; private static void Count(string item) => Console.Write(item);""",
        Signature = "public void Sell(string item)",
        LeavesAlone =
        [
            "var copy = item; copy = copy.Trim(); Console.WriteLine(copy);",
            "var name = item.Trim(); Last = name;",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is AssignmentExpressionSyntax assignment
            && IsOptional(assignment, model)
            && !Declared.Variables(node) && !Declared.Awaits(node)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(assignment.Right, model))
            yield return gone;
    }

    /// <summary>Where the compiler does not insist on a value: outside of constructors, on a property, an entry or a running total.</summary>
    private static bool IsOptional(AssignmentExpressionSyntax assignment, SemanticModel model) =>
        assignment.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is null
        && (assignment.Left is ElementAccessExpressionSyntax
            || model.SymbolOf(assignment.Left) switch
            {
                IPropertySymbol => true,
                IFieldSymbol => Declared.IsAssignedElsewhere(assignment),
                ILocalSymbol => !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
                _ => false,
            });
}
