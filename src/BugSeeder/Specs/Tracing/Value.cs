using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Specs.Tracing;

/// <summary>What kind of value code has.</summary>
internal enum ValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A text, or a fixed part of one.</summary>
    Text,

    /// <summary>A name that stands for a case: a member of an enum, or an exception's type.</summary>
    Case,
}

/// <summary>A value in code that a clause may state.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It, as it is compared.</param>
internal sealed record Value(ValueKind Kind, string Text)
{
    /// <summary>Numbers that stand everywhere say nothing.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal) { "0", "1", "2" };

    /// <summary>The values in these nodes. Names count as cases where they follow a dot, or end as exceptions do.</summary>
    public static IReadOnlySet<Value> In(IEnumerable<SyntaxNode> nodes)
    {
        var found = new HashSet<Value>();
        foreach (var token in nodes.SelectMany(node => node.DescendantTokens()))
        {
            if (token.IsKind(SyntaxKind.NumericLiteralToken) && Normal(token.ValueText) is var number && !Common.Contains(number))
                found.Add(new(ValueKind.Number, number));
            else if (token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken && token.ValueText.Trim() is { Length: >= 3 } text)
                found.Add(new(ValueKind.Text, text));
            else if (token.IsKind(SyntaxKind.IdentifierToken) && StartsUpper(token.ValueText) && IsCase(token))
                found.Add(new(ValueKind.Case, token.ValueText));
        }

        return found;
    }

    /// <summary>A number as it is compared: 1.50m, 1.5 and 1,5 are one.</summary>
    public static string Normal(string number)
    {
        var plain = number.TrimEnd('m', 'M', 'd', 'D', 'f', 'F', 'L', 'l', 'u', 'U').Replace("_", "", StringComparison.Ordinal).Replace(',', '.');
        return plain.Contains('.', StringComparison.Ordinal) ? plain.TrimEnd('0').TrimEnd('.') : plain;
    }

    /// <summary>Half an expression, as an edit may be, has names that are missing.</summary>
    private static bool StartsUpper(string name) => name.Length > 0 && char.IsUpper(name[0]);

    private static bool IsCase(SyntaxToken token) =>
        token.ValueText.EndsWith("Exception", StringComparison.Ordinal)
        || token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var owner } } access
            && access.Name == token.Parent && StartsUpper(owner) && access.Parent is not InvocationExpressionSyntax;
}
