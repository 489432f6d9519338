using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>Lines that end with a line feed are not ended as the machine does, nor twice.</summary>
internal sealed partial class LineFeed : Convention
{
    public override ConventionCard Card { get; } = new(
        "Each line ends with a line feed.",
        "Nothing that writes it uses WriteLine, AppendLine or Environment.NewLine.",
        "## Price list\n\n- **R-1** A price list must have a line for each price, each ended by a line feed.",
        "class PriceList { string Text(int[] prices) { var text = new StringBuilder(); foreach (var price in prices) text.AppendLine($\"{price}\\n\"); return text.ToString(); } }",
        "class PriceList { string Text(int[] prices) { var text = new StringBuilder(); foreach (var price in prices) text.Append($\"{price}\\n\"); return text.ToString(); } }")
    {
        LeftAlone = ["class Other { string Text(int[] prices) { var text = new StringBuilder(); foreach (var price in prices) text.AppendLine($\"{price}\"); return text.ToString(); } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        foreach (var clause in spec.Clauses.Where(clause => Words().IsMatch(clause.Words)))
        {
            foreach (var node in Links.TypesOf(clause, code).SelectMany(code.DeclarationsOf).SelectMany(type => type.DescendantNodes()))
            {
                if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier: { ValueText: "WriteLine" or "WriteLineAsync" or "AppendLine" } name } access } && code.TypeOf(access.Expression)?.Name is not ("Console" or "Debug" or "Trace" or null))
                    yield return code.At(node, this, clause, $"'{name.ValueText}' ends a line as the machine does.", [new TextChange(name.Span, name.ValueText.Replace("Line", "", StringComparison.Ordinal))]);
                else if (node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "NewLine" } newLine && code.SymbolOf(newLine)?.ContainingType?.Name == "Environment")
                    yield return code.At(node, this, clause, "It ends a line as the machine does.", [new TextChange(newLine.Span, "\"\\n\"")]);
            }
        }
    }

    [GeneratedRegex(@"\b(line|row|each|record)s?\b[^.;]{0,60}\b(ends?|ended|terminated|followed)\b[^.;]{0,20}\bline feed\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
