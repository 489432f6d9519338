using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Comparing.Conventions;

/// <summary>What is escaped for HTML goes through an encoder before it is put between tags.</summary>
internal sealed partial class HtmlEscaped : Convention
{
    public override ConventionCard Card { get; } = new(
        "Names are escaped for HTML.",
        "A text that is no literal and is appended or interpolated beside a tag is the result of a call.",
        "- **R-1** Titles must be escaped for HTML.",
        "class Page { string Head(string title) { var html = new StringBuilder(); html.Append(\"<h1>\").Append(title).Append(\"</h1>\"); return html.ToString(); } string Other(string title) => System.Net.WebUtility.HtmlEncode(title); }",
        "class Page { string Head(string title) { var html = new StringBuilder(); html.Append(\"<h1>\").Append(System.Net.WebUtility.HtmlEncode(title)).Append(\"</h1>\"); return html.ToString(); } string Other(string title) => System.Net.WebUtility.HtmlEncode(title); }")
    {
        LeftAlone = ["class Page { string Head(int number) { var html = new StringBuilder(); html.Append(\"<h1>\").Append(number).Append(\"</h1>\"); return html.ToString(); } string Text(string title) { var text = new StringBuilder(); text.Append(\"Title: \").Append(title); return text.ToString(); } }"],
    };

    public override IEnumerable<CodeDeparture> In(StatedSpec spec, ProductCode code)
    {
        if (spec.Clauses.FirstOrDefault(clause => Words().IsMatch(clause.Text)) is not { } clause)
            yield break;
        var encoder = code.All<InvocationExpressionSyntax>().Where(call => call.Expression.ToString().EndsWith("HtmlEncode", StringComparison.Ordinal)).Select(call => call.Expression.ToString()).FirstOrDefault();
        foreach (var value in Appended(code).Concat(Interpolated(code)).Where(value => IsPlain(value, code)))
            yield return code.At(value, this, clause, $"'{value}' is put between tags as it is.", encoder is null ? [] : [[new TextChange(value.Span, $"{encoder}({value})")]]);
    }

    /// <summary>What is appended right behind a text that ends a tag.</summary>
    private static IEnumerable<ExpressionSyntax> Appended(ProductCode code) => code.All<InvocationExpressionSyntax>()
        .Where(call => call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Append", Expression: InvocationExpressionSyntax { ArgumentList.Arguments: [var before] } }, ArgumentList.Arguments.Count: 1 } && IsTag(before.Expression))
        .Select(call => call.ArgumentList.Arguments[0].Expression);

    private static IEnumerable<ExpressionSyntax> Interpolated(ProductCode code) => code.All<InterpolatedStringExpressionSyntax>()
        .SelectMany(text => text.Contents.Zip(text.Contents.Skip(1)).Where(pair => pair is { First: InterpolatedStringTextSyntax before, Second: InterpolationSyntax } && OpenTag().IsMatch(before.TextToken.ValueText)).Select(pair => ((InterpolationSyntax)pair.Second).Expression));

    private static bool IsTag(ExpressionSyntax text) => text is LiteralExpressionSyntax { Token.Value: string value } && OpenTag().IsMatch(value);

    /// <summary>A parameter or property of text: a call may have escaped it, and so may what a local was made of.</summary>
    private static bool IsPlain(ExpressionSyntax value, ProductCode code) =>
        value is IdentifierNameSyntax or MemberAccessExpressionSyntax && code.TypeOf(value)?.SpecialType == SpecialType.System_String && code.SymbolOf(value) is IPropertySymbol or IParameterSymbol;

    [GeneratedRegex(@"\bescaped?\b[^.;]{0,20}\bHTML\b|\bHTML[- ](escaped?|encoded?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"<[a-z][a-z0-9]*(\s[^<>]*)?>[^<>]*$", RegexOptions.IgnoreCase)]
    private static partial Regex OpenTag();
}
