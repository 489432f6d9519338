using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Reading;

/// <summary>Finds in a sentence an expression in code, a verb, and a value in code: "`Rate.Of(3)` must be `0.5m`", "`new Rate(-1)` throws `ArgumentException`".</summary>
internal static partial class InlineExamples
{
    /// <summary>The examples in a sentence.</summary>
    /// <param name="text">The sentence, as it is written.</param>
    /// <param name="usings">The using directives that hold for the spec.</param>
    public static IReadOnlyList<SpecExample> In(string text, IReadOnlyList<string> usings) =>
    [
        .. Stated().Matches(text)
            .Where(match => IsExpression(match.Groups["expression"].Value) && IsValue(match.Groups["value"].Value))
            .Select(match => new SpecExample("", match.Groups["expression"].Value.Trim(), match.Groups["value"].Value.Trim(), match.Groups["throws"].Success, usings)),
    ];

    /// <summary>A call, an object made, or a member of something: a name alone says nothing that could be tried.</summary>
    private static bool IsExpression(string code) =>
        SyntaxFactory.ParseExpression(code) is { ContainsDiagnostics: false } parsed && parsed.FullSpan.Length == code.Length
        && parsed is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax;

    private static bool IsValue(string code) => SyntaxFactory.ParseExpression(code) is { ContainsDiagnostics: false } parsed && parsed.FullSpan.Length == code.Length;

    [GeneratedRegex(@"`(?<expression>[^`\n]+)`\s+(?:(?:must|shall|should|always|will)\s+)?(?:(?<throws>throws?(?:\s+an?)?)|is|be|equals?|returns?|yields?|gives?|evaluates?\s+to|results?\s+in)\s+`(?<value>[^`\n]+)`", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
