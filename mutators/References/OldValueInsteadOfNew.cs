using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>What was is taken for what is.</summary>
internal sealed class OldValueInsteadOfNew : Mutator<IdentifierNameSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "old-value-instead-of-new",
        Mistake: "The value before a change is used where the one after it is meant.",
        Class: BugClass.WrongReference,
        Before: "var updated = Next(current); Save(updated); return updated;",
        After: "var updated = Next(current); Save(updated); return current;")
    {
        Members = "public static string? Name { get; set; } private static int Next(int value) => value + 1; private static void Save(int value) => Console.WriteLine(value);",
        Signature = "public static int Move(int current)",
        LeavesAlone =
        [
            "var updated = Next(3); Save(updated); return updated;",
            "var text = Name ?? string.Empty; return text.Length;",
            "var name = Name; var text = name ?? string.Empty; return text.Length;",
        ],
    };

    protected override IEnumerable<Slip> At(IdentifierNameSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is ReturnStatementSyntax or ArgumentSyntax or AssignmentExpressionSyntax or MemberAccessExpressionSyntax
            && !node.IsWritten() && !(node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
            && model.SymbolOf(node) is ILocalSymbol local
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var made }
            && made is InvocationExpressionSyntax or WithExpressionSyntax or BinaryExpressionSyntax
            && Source(made, local, model) is { } source && !(node.Parent is MemberAccessExpressionSyntax && MayBeNull(source))
            && source.Name is var old && !Neighbours.Mention(node, old))
            yield return new(node.Span, old) { Confuses = $"{local.Name} for {old}" };
    }

    /// <summary>The one variable of the same type that a new value was made from.</summary>
    private static ISymbol? Source(ExpressionSyntax made, ILocalSymbol local, SemanticModel model) =>
        made.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => model.SymbolOf(name) is ILocalSymbol or IParameterSymbol { RefKind: RefKind.None } && SymbolEqualityComparer.IncludeNullability.Equals(model.TypeOf(name), local.Type))
            .Select(name => model.SymbolOf(name)).Distinct(SymbolEqualityComparer.Default).Take(2).ToList() is [{ } only] && only.Name != local.Name
            ? only
            : null;

    /// <summary>What is declared nullable would draw a warning where its members are used.</summary>
    private static bool MayBeNull(ISymbol symbol) => Scope.TypeOf(symbol) is { NullableAnnotation: NullableAnnotation.Annotated, IsValueType: false };
}
