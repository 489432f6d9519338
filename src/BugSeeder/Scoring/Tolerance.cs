using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Scoring;

/// <summary>How far a check lets a value stray, and the check without it.</summary>
/// <param name="Key">The check's text without the tolerance: equal keys are the same check.</param>
/// <param name="Allowed">The largest difference; 0 for an exact check.</param>
internal sealed record Tolerance(string Key, double Allowed)
{
    /// <summary>Reads the tolerance of a check in the style of any supported framework.</summary>
    public static Tolerance Of(InvocationExpressionSyntax check)
    {
        // NUnit: Is.EqualTo(1).Within(0.1)
        if (check.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(call => NameOf(call) == "Within") is { Expression: MemberAccessExpressionSyntax access } within && ValueOf(within.ArgumentList.Arguments.FirstOrDefault()?.Expression) is { } distance)
            return new(Text(check, token => token.SpanStart >= access.OperatorToken.SpanStart && token.Span.End <= within.Span.End), distance);
        var arguments = check.ArgumentList.Arguments;
        var (index, isDecimals) = NameOf(check) switch
        {
            "Equal" or "NotEqual" when arguments.Count >= 3 => (2, arguments[2].Expression is LiteralExpressionSyntax { Token.Value: int }),
            "AreEqual" or "AreNotEqual" when arguments.Count >= 3 => (2, false),
            "BeApproximately" or "BeCloseTo" or "ShouldBe" or "ShouldNotBe" when arguments.Count >= 2 => (1, false),
            _ => (-1, false),
        };
        if (index < 0 || ValueOf(arguments[index].Expression) is not { } value)
            return new(Text(check, _ => false), 0);
        // So many decimals agree when the difference is at most half a unit of the last.
        return new(Text(check, token => arguments[index].Span.Contains(token.Span)), isDecimals ? 0.5 * Math.Pow(10, -value) : value);
    }

    private static string? NameOf(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? (call.Expression as SimpleNameSyntax)?.Identifier.ValueText;

    /// <summary>Commas are left out, since one of them goes with the tolerance.</summary>
    private static string Text(SyntaxNode check, Func<SyntaxToken, bool> isTolerance) =>
        string.Join(' ', check.DescendantTokens().Where(token => !token.IsKind(SyntaxKind.CommaToken) && !isTolerance(token)).Select(token => token.Text));

    /// <summary>A number, or a span of time in seconds.</summary>
    private static double? ValueOf(ExpressionSyntax? expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: IConvertible value and not string and not bool and not char } => value.ToDouble(CultureInfo.InvariantCulture),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var unit }, ArgumentList.Arguments: [var argument] } when UnitOf(unit) is { } seconds => ValueOf(argument.Expression) * seconds,
        // FluentAssertions: 100.Milliseconds()
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: LiteralExpressionSyntax number, Name.Identifier.ValueText: var unit }, ArgumentList.Arguments.Count: 0 } when UnitOf("From" + unit) is { } seconds => ValueOf(number) * seconds,
        _ => null,
    };

    private static double? UnitOf(string name) => name switch
    {
        "FromTicks" => 1e-7,
        "FromMicroseconds" => 1e-6,
        "FromMilliseconds" => 1e-3,
        "FromSeconds" => 1,
        "FromMinutes" => 60,
        "FromHours" => 3600,
        "FromDays" => 86400,
        _ => null,
    };
}
