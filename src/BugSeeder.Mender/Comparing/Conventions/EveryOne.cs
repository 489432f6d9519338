using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A loop over what must all be looked at, even after a match, has no way out before its end.</summary>
internal sealed partial class EveryOne : Convention
{
    public override ConventionCard Card { get; } = new(
        "Every one of them is looked at, even after something was found.",
        "The loop over them is left by no break or return.",
        "## Door codes\n\n- **R-1** Every enrolled badge must be compared, even after a match was found.",
        "class DoorCodes { private readonly List<string> badges = new(); string? Find(string code) { string? match = null; foreach (var badge in badges) { if (badge == code) { match = badge; break; } } return match; } }",
        "class DoorCodes { private readonly List<string> badges = new(); string? Find(string code) { string? match = null; foreach (var badge in badges) { if (badge == code) { match = badge; } } return match; } }")
    {
        LeftAlone = ["class DoorCodes { private readonly List<string> lamps = new(); string? Find(string code) { foreach (var lamp in lamps) { if (lamp == code) return lamp; } return null; } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses.Where(clause => Words().IsMatch(clause.Words)))
        {
            var words = Wording.Of(clause.Words);
            foreach (var loop in Links.TypesOf(clause, code).SelectMany(code.DeclarationsOf).SelectMany(type => type.DescendantNodes().OfType<ForEachStatementSyntax>()))
            {
                if (Wording.Shared(Wording.Of($"{loop.Expression} {loop.Identifier.ValueText}"), words) == 0)
                    continue;
                foreach (var exit in loop.Statement.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or ForEachStatementSyntax or WhileStatementSyntax or ForStatementSyntax or SwitchStatementSyntax)).Where(node => node is BreakStatementSyntax or ReturnStatementSyntax))
                    yield return code.At(exit, this, clause, $"'{exit}' leaves the loop over '{loop.Expression}' before its end.", exit is BreakStatementSyntax ? [[new TextChange(WholeLine(exit), "")]] : []);
            }
        }
    }

    /// <summary>The node with its line, where it stands alone in it.</summary>
    private static TextSpan WholeLine(Microsoft.CodeAnalysis.SyntaxNode node)
    {
        var text = node.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(node.SpanStart);
        return line.ToString().Trim() == node.ToString() ? line.SpanIncludingLineBreak : node.Span;
    }

    [GeneratedRegex(@"\b(every|each|all)\b[^.;]*\beven (after|when|if|where)\b|\b(must|may|does|do) not stop at the first\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
