using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A limit belongs to the side that the words say: with "at most 80" goes 80 with the smaller numbers, with "below 80" with the greater.</summary>
internal sealed partial class StatedLimit : Convention
{
    public override ConventionCard Card { get; } = new(
        "A clause states a limit: at most, at least, more than, below, from … to …, both included.",
        "A comparison with that number, under a name or beside a name that the clause has words of, puts the number on that side.",
        "## Comments\n\n- **R-1** A comment must have at most 500 characters.",
        "class Comments { const int LongestComment = 500; bool IsTooLong(string comment) => comment.Length >= LongestComment; }",
        "class Comments { const int LongestComment = 500; bool IsTooLong(string comment) => comment.Length > LongestComment; }")
    {
        LeftAlone =
        [
            "class Comments { const int LongestComment = 500; bool Fits(string comment) => comment.Length <= LongestComment; }",
            "class Comments { const int Pages = 500; bool Fits(int width) => width < Pages; }",
            "class Comments { const int LongestComment = 500; readonly List<string> comments = new(); void Add(string comment) { if (comments.Count >= LongestComment) throw new InvalidOperationException(); comments.Add(comment); } }",
            "class Comments { const int LongestComment = 500; void All() { for (var comment = 0; comment < LongestComment; comment++) { } } }",
        ],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        var limits = spec.Clauses.SelectMany(LimitsOf).Where(limit => limit.Number is not (0 or 1)).ToList();
        if (limits.Count == 0)
            yield break;
        // What agrees somewhere is compared for something else elsewhere.
        var agreeing = new HashSet<(string, StatedClause)>();
        var departing = new List<(string Name, StatedClause Clause, CodeDeparture Departure)>();
        foreach (var (node, token, bound, other, equalGoesWithSmaller) in Comparisons(code))
        {
            foreach (var number in bound.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(part => part is LiteralExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax && IsFactor(part, bound)))
            {
                if (Numbers.Value(number, code) is not { } value || MeantBy(limits, value, number, other, node, code) is not { } limit)
                    continue;
                if (limit.WithSmaller == equalGoesWithSmaller)
                    agreeing.Add((number.ToString(), limit.Clause));
                else if (number != bound || !Count().IsMatch(other))
                    departing.Add((number.ToString(), limit.Clause, code.At(node, this, limit.Clause, $"'{node}' puts {value.ToString(CultureInfo.InvariantCulture)} on the other side.", [new TextChange(token.Span, Flipped(token))])));
                break;
            }
        }

        foreach (var each in departing.Where(each => !agreeing.Contains((each.Name, each.Clause))))
            yield return each.Departure;
    }

    /// <summary>The one limit that a comparison can be about; none where the clauses with that number differ.</summary>
    private static Limit? MeantBy(List<Limit> limits, decimal value, ExpressionSyntax number, string other, SyntaxNode node, ProductCode code)
    {
        var (name, beside) = (number is LiteralExpressionSyntax ? new HashSet<string>() : Wording.Of(number.ToString()), Wording.Of(other + " " + (node.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault()?.Identifier.ValueText ?? "")));
        var type = node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } declaration ? code.ModelOf(node).GetDeclaredSymbol(declaration, code.CancellationToken) : null;
        bool Speaks(Limit limit)
        {
            var words = Wording.Of($"{limit.Clause.Words} {limit.Clause.Heading}");
            var shared = Wording.Shared(name, words);
            var inType = type is not null && Links.TypesOf(limit.Clause, code).Contains(type, SymbolEqualityComparer.Default);
            return name.Count > 0 ? shared >= (inType ? 1 : Math.Min(2, name.Count)) : inType && Wording.Shared(beside, words) >= 1;
        }

        var meant = limits.Where(limit => limit.Number == value && Speaks(limit)).ToList();
        return meant.Count > 0 && meant.TrueForAll(limit => limit.WithSmaller == meant[0].WithSmaller) ? meant[0] : null;
    }

    /// <summary>A factor or addend of the bound moves it the same way as the bound itself.</summary>
    private static bool IsFactor(ExpressionSyntax part, ExpressionSyntax bound) =>
        part.AncestorsAndSelf().TakeWhile(node => node != bound.Parent).All(node => node == part || node is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression or (int)SyntaxKind.AddExpression });

    private static IEnumerable<(SyntaxNode Node, SyntaxToken Operator, ExpressionSyntax Bound, string Other, bool EqualGoesWithSmaller)> Comparisons(ProductCode code)
    {
        foreach (var comparison in code.All<BinaryExpressionSyntax>().Where(node => IsComparison(node.OperatorToken) && node.Parent is not ForStatementSyntax))
        {
            yield return (comparison, comparison.OperatorToken, comparison.Right, comparison.Left.ToString(), comparison.OperatorToken.Text is "<=" or ">");
            yield return (comparison, comparison.OperatorToken, comparison.Left, comparison.Right.ToString(), comparison.OperatorToken.Text is ">=" or "<");
        }

        foreach (var pattern in code.All<RelationalPatternSyntax>())
        {
            var subject = pattern.Ancestors().Select(node => node switch { IsPatternExpressionSyntax match => match.Expression.ToString(), SwitchExpressionSyntax choice => choice.GoverningExpression.ToString(), SubpatternSyntax inner => inner.ExpressionColon?.ToString() ?? "", _ => null }).FirstOrDefault(text => text is not null);
            yield return (pattern, pattern.OperatorToken, pattern.Expression, subject ?? "", pattern.OperatorToken.Text is "<=" or ">");
        }
    }

    private static bool IsComparison(SyntaxToken token) => token.Text is "<" or "<=" or ">" or ">=";

    private static string Flipped(SyntaxToken token) => token.Text switch { "<" => "<=", "<=" => "<", ">" => ">=", _ => ">" };

    private static IEnumerable<Limit> LimitsOf(StatedClause clause)
    {
        foreach (var (pattern, withSmaller) in ((Regex, bool)[])[(Most(), true), (Over(), true), (Least(), false), (Under(), false)])
        {
            foreach (Match match in pattern.Matches(clause.Words))
            {
                if (Numbers.Of(match.Groups["number"].Value) is { } number)
                    yield return new(clause, number, withSmaller);
            }
        }

        foreach (Match match in Range().Matches(clause.Words))
        {
            if (Numbers.Of(match.Groups["low"].Value) is { } low && Numbers.Of(match.Groups["high"].Value) is { } high)
            {
                yield return new(clause, low, false);
                yield return new(clause, high, true);
            }
        }
    }

    private const string Number = @"(?<number>" + Numbers.Pattern + ")";

    [GeneratedRegex(@"\b(at most|up to|no more than|not more than|a maximum of|not exceed(ing)?)\s+" + Number + @"|" + Number + @"(?=( \w+)? or (fewer|less|below|under|earlier)\b)|" + Number + @"(?= \w+ at most\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Most();

    [GeneratedRegex(@"\b(?<!no |not )(more than|over|above|beyond|exceeds?|after|longer than|greater than)\s+" + Number, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Over();

    [GeneratedRegex(@"\b(at least|no fewer than|no less than|not under|a minimum of)\s+" + Number + @"|" + Number + @"(?=( \w+)? or (more|above|over|later)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Least();

    [GeneratedRegex(@"\b(?<!no |not )(below|less than|fewer than|under|before|shorter than|smaller than)\s+" + Number, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Under();

    /// <summary>A count that is taken before something is added is one behind.</summary>
    [GeneratedRegex(@"\bCount(\(.*\))?$", RegexOptions.Singleline)]
    private static partial Regex Count();

    [GeneratedRegex(@"\bfrom\s+(?<low>" + Numbers.Pattern + @")\s+to\s+(?<high>" + Numbers.Pattern + @")(?=[^.;]*\b(both|limits?|inclusive|included)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    private sealed record Limit(StatedClause Clause, decimal Number, bool WithSmaller);
}
