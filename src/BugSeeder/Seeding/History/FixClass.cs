using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Seeding.History;

/// <summary>Says what kind of slip a fix mended, from the tokens that it changed and where they stand.</summary>
internal static class FixClass
{
    private static readonly HashSet<string> DotNet = new(StringComparer.Ordinal)
    {
        "await", "ConfigureAwait", "CultureInfo", "InvariantCulture", "CurrentCulture", "StringComparison", "StringComparer", "Ordinal", "OrdinalIgnoreCase",
        "DateTime", "DateTimeOffset", "DateTimeKind", "UtcNow", "ToList", "ToArray", "Equals", "GetHashCode", "CancellationToken",
    };

    /// <summary>The class of a bug, from the code that is right and the code that has it.</summary>
    public static BugClass Of(string right, string planted, CSharpParseOptions options)
    {
        var (gone, come) = Changed(right, planted, options);
        var both = gone.Concat(come).ToList();
        if (both.Exists(token => token.Kind() is SyntaxKind.TryKeyword or SyntaxKind.CatchKeyword or SyntaxKind.FinallyKeyword or SyntaxKind.UsingKeyword or SyntaxKind.WhenKeyword or SyntaxKind.LockKeyword))
            return BugClass.Exception;
        if (come.Count * 4 <= gone.Count && gone.Exists(token => token.IsKind(SyntaxKind.SemicolonToken) || token.IsKind(SyntaxKind.IfKeyword) || token.IsKind(SyntaxKind.CaseKeyword)))
            return BugClass.Omission;
        if (both.Exists(token => DotNet.Contains(token.ValueText)))
            return BugClass.DotNetSemantics;
        if (both.TrueForAll(token => token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax))
            return BugClass.Literal;
        if (both.TrueForAll(token => token.Parent is BinaryExpressionSyntax binary && IsArithmetic(binary)))
            return BugClass.Arithmetic;
        if (both.Exists(IsInCondition))
            return BugClass.Condition;
        return both.Exists(token => token.Parent?.AncestorsAndSelf().TakeWhile(node => node is not StatementSyntax).Any(node => node is BaseArgumentListSyntax or InvocationExpressionSyntax) == true)
            ? BugClass.WrongCall
            : come.Count * 2 <= gone.Count ? BugClass.Omission : BugClass.WrongReference;
    }

    /// <summary>Whether two texts differ in more than layout and comments.</summary>
    public static bool IsInTokens(string right, string planted, CSharpParseOptions options) =>
        Changed(right, planted, options) is var (gone, come) && gone.Count + come.Count > 0;

    private static (List<SyntaxToken> Gone, List<SyntaxToken> Come) Changed(string right, string planted, CSharpParseOptions options)
    {
        var (before, after) = (Tokens(right, options), Tokens(planted, options));
        var blocks = Diff.Blocks([.. before.Select(token => token.Text)], [.. after.Select(token => token.Text)]);
        return ([.. blocks.SelectMany(block => before.Skip(block.DeleteStartA).Take(block.DeleteCountA))], [.. blocks.SelectMany(block => after.Skip(block.InsertStartB).Take(block.InsertCountB))]);
    }

    private static List<SyntaxToken> Tokens(string text, CSharpParseOptions options) => [.. CSharpSyntaxTree.ParseText(text, options).GetRoot().DescendantTokens()];

    private static bool IsArithmetic(BinaryExpressionSyntax binary) => binary.Kind() is
        SyntaxKind.AddExpression or SyntaxKind.SubtractExpression or SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression or SyntaxKind.ModuloExpression
        or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool IsInCondition(SyntaxToken token) => token.Parent?.AncestorsAndSelf().TakeWhile(node => node is not BlockSyntax).Any(node => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } => true,
        { Parent: IfStatementSyntax branch } => branch.Condition == node,
        { Parent: WhileStatementSyntax loop } => loop.Condition == node,
        { Parent: ForStatementSyntax loop } => loop.Condition == node,
        { Parent: ConditionalExpressionSyntax choice } => choice.Condition == node,
        { Parent: WhenClauseSyntax } => true,
        _ => false,
    }) == true;
}
