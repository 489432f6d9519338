using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Reading;

/// <summary>
/// Reads a scenario whose steps are in code: Given `var cart = new Cart()`, when `cart.Add(3)`, then `cart.Total` is `3`. Steps without code are passed over,
/// and so is a scenario without a step that could be run: it would not be the one that is told.
/// </summary>
internal static partial class ScenarioReader
{
    /// <summary>The examples of a scenario.</summary>
    /// <param name="text">The scenario, as it is written.</param>
    /// <param name="usings">The using directives that hold for the spec.</param>
    public static IReadOnlyList<SpecExample> In(string text, IReadOnlyList<string> usings)
    {
        if (Steps().Match(text.ReplaceLineEndings(" ")) is not { Success: true } steps)
            return [];
        var (given, when) = (Statements(steps.Groups["given"].Value), Statements(steps.Groups["when"].Value));
        var then = steps.Groups["then"].Value;
        if (given is null || when is null || given.Count + when.Count == 0)
            return [];
        if (Thrown().Match(then) is { Success: true } thrown)
            return when.Count == 0 ? [] : [new(string.Join('\n', given.Concat(when.SkipLast(1))), when[^1].TrimEnd(';'), thrown.Groups["type"].Value, true, usings)];
        return [.. InlineExamples.In(then, usings).Select(example => example with { Setup = string.Join('\n', given.Concat(when)) })];
    }

    /// <summary>The code of a step as statements; <see langword="null"/> where some of it is none, since the step then says more than can be run.</summary>
    private static List<string>? Statements(string step)
    {
        var statements = Code().Matches(step).Select(match => StatementOf(match.Groups["code"].Value.Trim().TrimEnd(';'))).ToList();
        return statements.Contains(null) ? null : [.. statements.OfType<string>()];
    }

    private static string? StatementOf(string code) => SyntaxFactory.ParseStatement(code + ";") is { ContainsDiagnostics: false } statement && statement.FullSpan.Length == code.Length + 1
        && statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: not null }] } or ExpressionStatementSyntax { Expression: InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax } ? code + ";" : null;

    [GeneratedRegex(@"\bgiven\b(?<given>.*?)\bwhen\b(?<when>.*?)\bthen\b(?<then>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Steps();

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(fails with|throws|refused with|rejected with)( an?)? `(?<type>[\w.]*Exception)`|`(?<type>[\w.]*Exception)` is thrown", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Thrown();
}
