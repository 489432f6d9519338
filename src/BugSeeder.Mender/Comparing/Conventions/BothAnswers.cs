using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>A method that a clause names and that answers yes or no can answer both.</summary>
internal sealed class BothAnswers : Convention
{
    public override ConventionCard Card { get; } = new(
        "A method does something under a condition.",
        "If it returns bool at several places, it does not return the same literal at all of them.",
        "- **R-1** `Drop` must drop a book only while it is there.",
        "class Shelf { private readonly HashSet<string> books = new(); public bool Drop(string book) { if (!books.Contains(book)) { return false; } books.Remove(book); return false; } }",
        "class Shelf { private readonly HashSet<string> books = new(); public bool Drop(string book) { if (!books.Contains(book)) { return false; } books.Remove(book); return true; } }")
    {
        LeftAlone = ["class Shelf { public bool Drop(string book) { return false; } public bool Keep(string book) { if (book == \"\") return true; return true; } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (!spec.Clauses.Any(clause => clause.Code.Count > 0))
            yield break;
        foreach (var method in code.All<MethodDeclarationSyntax>().Where(method => method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } && method.Body is not null))
        {
            var returns = method.Body!.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).OfType<ReturnStatementSyntax>().ToList();
            if (returns.Count < 2 || !returns.TrueForAll(each => each.Expression is LiteralExpressionSyntax) || returns.Select(each => each.Expression!.Kind()).Distinct().Count() > 1)
                continue;
            if (code.ModelOf(method).GetDeclaredSymbol(method, code.CancellationToken) is not { IsOverride: false } symbol || spec.Clauses.FirstOrDefault(clause => Links.Names(clause, symbol)) is not { } clause)
                continue;
            var literal = returns[0].Expression!.ToString();
            var other = literal == "true" ? "false" : "true";
            // A plain answer at the end is the usual one; a guard's is the other.
            yield return code.At(returns[^1], this, clause, $"'{symbol.Name}' returns {literal} whatever happens.", [.. returns.AsEnumerable().Reverse().Select(each => (IReadOnlyList<TextChange>)[new TextChange(each.Expression!.Span, other)])]);
        }
    }
}
