using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Security;

/// <summary>The time that a search takes tells where it found something.</summary>
internal sealed class SecretComparisonStopsEarly : Mutator<ForEachStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "secret-comparison-stops-early",
        Mistake: "A search among secrets ends at the first match.",
        Class: BugClass.Condition,
        Before: "foreach (var known in hashes) { if (known == hash) { found = true; } } return found;",
        After: "foreach (var known in hashes) { if (known == hash) { found = true; break; } } return found;")
    {
        Signature = "public static bool Knows(List<string> hashes, string hash, bool found)",
        Traits = [ProductionTrait.Security],
        LeavesAlone =
        [
            "foreach (var known in hashes) { if (known == hash) { return true; } } return found;",
            """foreach (var letter in "abc") { if (letter == 'b') { found = true; } } return found;""",
        ],
    };

    protected override IEnumerable<Slip> At(ForEachStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Statement is BlockSyntax { Statements: [IfStatementSyntax { Else: null, Statement: BlockSyntax { Statements: [.., ExpressionStatementSyntax last] } } branch] }
            && branch.Condition.DescendantTokens().Concat(node.Expression.DescendantTokens()).Any(token => Wording.IsSecret(token.ValueText)))
            yield return new(new(last.Span.End, 0), Indentation.Between(last) + "break;");
    }
}
