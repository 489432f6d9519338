using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing.Patterns;

/// <summary>
/// A case that is missing: an arm for a member of an enum, made after the arms that there are, one for a value that the clause puts beside its outcome, and one
/// more alternative of a pattern.
/// </summary>
internal sealed class CasePattern : FixPattern
{
    private const int MostStated = 40;
    private const int MostOutcomes = 4;

    public override double Prior => 0.6;

    public override IEnumerable<Fix> At(SyntaxNode node, FixContext context) => node switch
    {
        SwitchExpressionSyntax { Arms.Count: > 0 } choice when context.TypeOf(choice.GoverningExpression) is { TypeKind: TypeKind.Enum } type => Arms(choice, type, context),
        SwitchExpressionSyntax { Arms.Count: > 0 } choice => Stated(choice, context),
        PatternSyntax { Parent: not BinaryPatternSyntax } pattern when pattern is BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } or ConstantPatternSyntax => Alternatives(pattern, context),
        _ => [],
    };

    private static IEnumerable<Fix> Arms(SwitchExpressionSyntax choice, ITypeSymbol type, FixContext context)
    {
        var named = choice.Arms.SelectMany(arm => arm.Pattern.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText)).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue && !named.Contains(member.Name)))
        {
            foreach (var arm in choice.Arms.Where(arm => arm.WhenClause is null))
            {
                var own = arm.Pattern.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault()?.Identifier.ValueText;
                // What is named after the one member is likely to be named after the other too.
                var alike = own is null ? arm.Expression.ToString() : Regex.Replace(arm.Expression.ToString(), Regex.Escape(own), missing.Name, RegexOptions.None, TimeSpan.FromSeconds(1));
                foreach (var value in new[] { alike, arm.Expression.ToString() }.Distinct(StringComparer.Ordinal))
                    yield return Insertion.Line(choice.Arms[0], $"{missing.ToMinimalDisplayString(context.Model, choice.SpanStart)} => {value},", value == alike && own is not null && alike != arm.Expression.ToString() ? 1 : 0.6);
            }
        }
    }

    /// <summary>Arms for texts of the clause that no arm has yet, such as a sign and what is written for it, like an arm that has one text.</summary>
    private static IEnumerable<Fix> Stated(SwitchExpressionSyntax choice, FixContext context)
    {
        if (choice.Arms.FirstOrDefault(arm => arm is { WhenClause: null, Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax } } && TextsIn(arm.Expression) is [_]) is not { } like)
            return [];
        var isLetter = ((ConstantPatternSyntax)like.Pattern).Expression.IsKind(SyntaxKind.CharacterLiteralExpression);
        var known = choice.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(literal => literal.Token.ValueText).ToHashSet(StringComparer.Ordinal);
        var texts = context.Facts.Texts.Where(text => text.Length > 0 && !known.Contains(text)).ToList();
        var told = TextsIn(like.Expression)[0];
        var (before, after) = (like.Expression.ToString()[..(told.SpanStart - like.Expression.SpanStart)], like.Expression.ToString()[(told.Span.End - like.Expression.SpanStart)..]);
        return (from value in texts.Where(text => text.Length == 1 || !isLetter)
                from outcome in texts.Where(text => text != value).OrderBy(text => Model.Text.EditDistance.Of(text, told.Token.ValueText) / (double)Math.Max(text.Length, told.Token.ValueText.Length)).Take(MostOutcomes)
                let constant = isLetter ? SymbolDisplay.FormatLiteral(value[0], quote: true) : SymbolDisplay.FormatLiteral(value, quote: true)
                select Insertion.Line(like, $"{constant} => {before}{SymbolDisplay.FormatLiteral(outcome, quote: true)}{after},", 1)).Take(MostStated);
    }

    private static List<LiteralExpressionSyntax> TextsIn(ExpressionSyntax expression) =>
        [.. expression.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))];

    private static IEnumerable<Fix> Alternatives(PatternSyntax pattern, FixContext context)
    {
        var last = pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().LastOrDefault()?.Expression;
        var known = pattern.DescendantNodesAndSelf().OfType<ConstantPatternSyntax>().Select(constant => constant.Expression.ToString()).ToHashSet(StringComparer.Ordinal);
        var texts = context.Facts.Texts.Concat(context.Facts.TestTexts).ToList();
        var values = last is null ? [] : last.Kind() switch
        {
            SyntaxKind.CharacterLiteralExpression => texts.SelectMany(text => text).Where(letter => !char.IsLetterOrDigit(letter) && letter != ' ').Distinct().Select(letter => SymbolDisplay.FormatLiteral(letter, quote: true)),
            SyntaxKind.StringLiteralExpression => texts.Select(text => SymbolDisplay.FormatLiteral(text, quote: true)),
            SyntaxKind.NumericLiteralExpression => context.Facts.Numbers.Concat(context.Facts.TestNumbers),
            _ => context.TypeOf(last) is { TypeKind: TypeKind.Enum } type ? type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.ToMinimalDisplayString(context.Model, last.SpanStart)) : [],
        };
        return values.Where(value => !known.Contains(value)).Distinct(StringComparer.Ordinal).Take(20).Select(value => new Fix([new(new(pattern.Span.End, 0), $" or {value}")], 0.7));
    }
}
