using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing;

/// <summary>What an example writes out as a list.</summary>
internal static class Sequences
{
    /// <summary>The expression with the lists turned round that are of the thing named; <see langword="null"/> where it has none.</summary>
    /// <param name="expression">The expression of an example.</param>
    /// <param name="thing">The words of what is listed: that of the type that is made, or of all of them where one list is all there is.</param>
    public static string? Reversed(string expression, IReadOnlySet<string> thing)
    {
        var parsed = SyntaxFactory.ParseExpression(expression);
        var lists = parsed.DescendantNodesAndSelf().OfType<InitializerExpressionSyntax>().Where(list => list.IsKind(SyntaxKind.ArrayInitializerExpression) && list.Expressions.Count > 1).ToList();
        var meant = lists.Where(list => list.Expressions.All(item => item is ObjectCreationExpressionSyntax made && Wording.Shared(Wording.Of(made.Type.ToString()), thing) > 0)).ToList();
        if (meant.Count == 0 && lists is [var only] && parsed.DescendantNodesAndSelf().OfType<ArgumentSyntax>().Count(argument => argument.Expression.Contains(only)) == 1)
            meant = [only];
        return meant.Count == 0 ? null : parsed.ReplaceNodes(meant, (list, _) => list.WithExpressions(SyntaxFactory.SeparatedList(list.Expressions.Reverse().Zip(list.Expressions, (item, old) => item.WithTriviaFrom(old)), list.Expressions.GetSeparators()))).ToFullString();
    }
}
