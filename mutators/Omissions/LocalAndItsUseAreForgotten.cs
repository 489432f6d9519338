using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A rule is not thought of at all.</summary>
internal sealed class LocalAndItsUseAreForgotten : Mutator<LocalDeclarationStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "local-and-its-use-are-forgotten",
        Mistake: "A value and the one step that needs it are both missing.",
        Class: BugClass.Omission,
        Before: "var bonus = Bonus(sum); sum += 1; if (bonus > 0) { sum += bonus; } return sum;",
        After: "sum += 1; return sum;")
    {
        Members = "public static decimal Bonus(decimal sum) => sum / 9;",
        Signature = "public static decimal Total(decimal sum)",
        LeavesAlone =
        [
            "var bonus = Bonus(sum); sum += bonus; return sum + bonus;",
            "var bonus = Bonus(sum); return sum + bonus;",
            """var known = decimal.TryParse("3", out var bonus); if (known) { sum += 1; } return sum + bonus;""",
        ],
    };

    protected override IEnumerable<Slip> At(LocalDeclarationStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Parent: BlockSyntax around, Declaration.Variables: [{ Initializer.Value: var value } local] } && !node.UsingKeyword.IsKind(SyntaxKind.UsingKeyword)
            && model.GetDeclaredSymbol(local, cancellationToken) is { } symbol
            && OnlyUser(symbol, node, around, model) is { } user
            && !Declared.Variables(value) && !Declared.Awaits(value) && !Declared.Writes(value)
            && Gone(node, user, around) is { } gone)
            yield return new(gone);
    }

    /// <summary>Both, as one run where they follow each other: the blank line between them goes too.</summary>
    private static IReadOnlyList<Replacement>? Gone(StatementSyntax node, StatementSyntax user, BlockSyntax around) =>
        node.ContainsDirectives || user.ContainsDirectives ? null
        : around.Statements.IndexOf(user) == around.Statements.IndexOf(node) + 1 ? [Removal.OfLines(node, user)]
        : Removal.Of(node) is { } first && Removal.Of(user) is { } second && first.Span.End <= second.Span.Start ? [first, second]
        : null;

    /// <summary>The only statement that uses the local, where it may be missing.</summary>
    private static StatementSyntax? OnlyUser(ISymbol local, StatementSyntax declaration, BlockSyntax around, SemanticModel model)
    {
        var users = around.Statements.SkipWhile(statement => statement != declaration).Skip(1)
            .Where(statement => statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.SymbolOf(name), local)))
            .Take(2).ToList();
        return users is [var user] && MayGo(user, model) ? user : null;
    }

    private static bool MayGo(StatementSyntax user, SemanticModel model) => user switch
    {
        IfStatementSyntax { Else: null } branch => !Declared.Variables(branch.Condition) && !Nulls.Guards(branch.Condition, model) && !Declared.Awaits(user) && !Jumps.AssignsFirst(user, model),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: not (int)SyntaxKind.SimpleAssignmentExpression } or InvocationExpressionSyntax } => !Declared.Variables(user) && !Declared.Awaits(user),
        CommonForEachStatementSyntax => !Declared.Awaits(user) && !Jumps.AssignsFirst(user, model) && !user.DescendantNodes().Any(inner => inner is ReturnStatementSyntax),
        _ => false,
    };
}
