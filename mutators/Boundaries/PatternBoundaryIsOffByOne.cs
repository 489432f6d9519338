using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Boundaries;

/// <summary>A pattern counts its limit on the wrong side.</summary>
internal sealed class PatternBoundaryIsOffByOne : Mutator<RelationalPatternSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "pattern-boundary-is-off-by-one",
        Mistake: "A pattern takes in its limit, or leaves it out, the other way round.",
        Class: BugClass.Arithmetic,
        Before: "return age is >= 18;",
        After: "return age is > 18;")
    {
        Signature = "public bool IsAdult(int age)",
        LeavesAlone =
        [
            "return age is 18;",
            "return age.ToString(CultureInfo.InvariantCulture) is { Length: > 0 };",
            "return age switch { < 18 => false, >= 18 => true };",
        ],
    };

    protected override IEnumerable<Slip> At(RelationalPatternSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        // A switch without a default counts on its arms to cover every value, and a warning would say which one does not.
        if (node.FirstAncestorOrSelf<SwitchExpressionSyntax>() is { } arms && !arms.Arms.Any(arm => arm.Pattern is DiscardPatternSyntax))
            yield break;
        var other = node.OperatorToken.Text switch { "<" => "<=", "<=" => "<", ">" => ">=", ">=" => ">", _ => null };
        // A number of items that is at least zero is nothing to ask for.
        var isNumberOfItems = node is { Parent: SubpatternSyntax { NameColon.Name.Identifier.ValueText: "Count" or "Length" }, Expression: LiteralExpressionSyntax { Token.Text: "0" }, OperatorToken.Text: ">" or "<=" };
        if (other is not null && !isNumberOfItems)
            yield return new(node.OperatorToken.Span, other);
    }
}
