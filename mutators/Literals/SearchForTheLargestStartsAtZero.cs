using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Literals;

/// <summary>Among negative numbers, none is the largest.</summary>
internal sealed class SearchForTheLargestStartsAtZero : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "search-for-the-largest-starts-at-zero",
        Mistake: "A search for the largest or smallest starts at zero.",
        Class: BugClass.Literal,
        Before: "var largest = int.MinValue; foreach (var item in items) largest = Math.Max(largest, item); return largest;",
        After: "var largest = 0; foreach (var item in items) largest = Math.Max(largest, item); return largest;")
    {
        Signature = "public static int Largest(int[] items)",
        LeavesAlone =
        [
            "return int.MaxValue;",
            "var most = int.MaxValue; return Math.Min(most, items.Length);",
        ],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Name.Identifier.ValueText: "MinValue" or "MaxValue", Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax around } } found } }
            && IsSought(found.Identifier.ValueText, around)
            && model.TypeOf(node) is { SpecialType: var type } && Zero(type) is { } zero)
            yield return new(node.Span, zero);
    }

    /// <summary>Whether a loop replaces the value by what it finds.</summary>
    private static bool IsSought(string name, BlockSyntax around) => around.Statements
        .Where(statement => statement is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax)
        .SelectMany(loop => loop.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        .Any(assignment => assignment.Left is IdentifierNameSyntax written && written.Identifier.ValueText == name);

    private static string? Zero(SpecialType type) => type switch
    {
        SpecialType.System_Int32 => "0",
        SpecialType.System_Int64 => "0L",
        SpecialType.System_Decimal => "0m",
        SpecialType.System_Double => "0.0",
        _ => null,
    };
}
