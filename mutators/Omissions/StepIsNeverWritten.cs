using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A whole step is missing, its method and its call.</summary>
internal sealed class StepIsNeverWritten : Mutator<MethodDeclarationSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "step-is-never-written",
        Mistake: "A step of the work was never written.",
        Class: BugClass.Omission,
        Before: "public decimal Total(decimal sum) { Count(); Limit(ref sum); return sum; } private static void Limit(ref decimal sum) => sum = Math.Min(sum, 9);",
        After: "public decimal Total(decimal sum) { Count(); return sum; }")
    {
        Members = "public static void Count() => Console.WriteLine();",
        LeavesAlone =
        [
            "public decimal Total(decimal sum) { Limit(ref sum); Limit(ref sum); return sum; } private static void Limit(ref decimal sum) => sum = Math.Min(sum, 9);",
            "public decimal Total(decimal sum) => Limit(sum); private static decimal Limit(decimal sum) => Math.Min(sum, 9);",
        ],
    };

    protected override IEnumerable<Slip> At(MethodDeclarationSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is TypeDeclarationSyntax type && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            && model.GetDeclaredSymbol(node, cancellationToken) is { DeclaredAccessibility: Accessibility.Private, IsAbstract: false } method
            && !node.ContainsDirectives && OnlyCall(node, method, type, model) is { } call
            && !node.Span.Contains(call.Span) && Missing(call, model) is { } gone)
            yield return new([gone, Removal.OfMember(node)]);
    }

    private static SimpleNameSyntax? OnlyCall(MethodDeclarationSyntax node, IMethodSymbol method, TypeDeclarationSyntax type, SemanticModel model)
    {
        var names = type.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => name.Identifier.ValueText == node.Identifier.ValueText).Take(2).ToList();
        return names is [var only] && SymbolEqualityComparer.Default.Equals(model.SymbolOf(only)?.OriginalDefinition, method) ? only : null;
    }

    /// <summary>The file without the call: its statement, its item of a list, or its part of a condition.</summary>
    private static Replacement? Missing(SimpleNameSyntax name, SemanticModel model)
    {
        if (name.Parent is not InvocationExpressionSyntax call || Declared.Variables(call))
            return null;
        return call.Parent switch
        {
            ExpressionStatementSyntax statement => Removal.Of(statement),
            InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ArrayInitializerExpression, Expressions: { Count: > 1 } items } => Removal.Of(items, items.IndexOf(call)),
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax { Elements: { Count: > 1 } elements } } element => Removal.Of(elements, elements.IndexOf(element)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both when both.Right == call && !Nulls.Guards(call, model) => Removal.After(both.Left, both),
            _ => null,
        };
    }
}
