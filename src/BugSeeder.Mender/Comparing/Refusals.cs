using System.Globalization;
using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Mender.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Comparing;

/// <summary>
/// Derives checks from clauses that say what is refused: an example of the same section calls a member with a parameter that has the clause's word in its name;
/// with the stated kind of value in its place it must throw the stated exception. "A negative price is refused with <c>ArgumentException</c>" and
/// <c>new Ticket("Zoo", 12m)</c> give <c>new Ticket("Zoo", -1m)</c>.
/// </summary>
internal static partial class Refusals
{
    /// <summary>So many examples are tried for each parameter and value.</summary>
    private const int Templates = 2;

    /// <summary>The checks, in the order of the text.</summary>
    public static IReadOnlyList<Check> Of(StatedSpec spec, IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken)
    {
        var code = new ProductCode(products, cancellationToken);
        return [.. spec.Clauses.SelectMany(clause => Of(clause, spec, code)).DistinctBy(check => (check.Example.Setup, check.Example.Expression, check.Example.Outcome))];
    }

    /// <summary>Whether any clause says of something what is refused, and an example shows a call that it can be put into.</summary>
    public static bool AskForCode(StatedSpec spec) => spec.Clauses.Any(clause => clause.Examples.Count > 0) && spec.Clauses.Any(clause => RefusedBy(clause.Text).Any());

    private static IEnumerable<Check> Of(StatedClause clause, StatedSpec spec, ProductCode code)
    {
        foreach (var refused in RefusedBy(clause.Text))
        {
            var made = from example in clause.Examples.Concat(spec.Clauses.SelectMany(other => other.Examples).Where(example => clause.Code.Any(name => Regex.IsMatch(example.Expression, $@"\b{Regex.Escape(name)}\(")))).Distinct()
                       where !example.Throws
                       from slot in SlotsOf(example.Expression, code)
                       where clause.Code.Contains(slot.Owner, StringComparer.Ordinal) || (refused.Words is not null && slot.Calls.Any(call => Refuse(clause, refused.Exception).Contains(call)))
                       where refused.Words is null ? IsNumber(slot.Type) : Wording.Shared(refused.Words, slot.Words) > 0
                       from value in ValuesFor(refused, slot)
                       select (slot.Owner, slot.Name, value.Key, Check: new Check(example with { Expression = value.Text, Outcome = refused.Exception, Throws = true }, clause.Clause, clause.Heading, clause.Text));
            foreach (var check in made.GroupBy(each => (each.Owner, each.Name, each.Key)).SelectMany(group => group.Take(Templates)))
                yield return check.Check;
        }
    }

    /// <summary>
    /// The members that refuse with such an exception in an example of the section: a clause does not say who refuses, and a plain record that carries a bad value
    /// to whoever does is right.
    /// </summary>
    private static HashSet<string> Refuse(StatedClause clause, string exception) =>
    [
        .. clause.Examples.Where(example => example.Throws && (Family(example.Outcome) == Family(exception))).Select(example => RootOf(SyntaxFactory.ParseExpression(example.Expression))),
    ];

    private static string Family(string exception) => exception.Trim('`', '.').StartsWith("Argument", StringComparison.Ordinal) ? "Argument" : exception.Trim('`', '.');

    /// <summary>The member that an expression calls last.</summary>
    private static string RootOf(ExpressionSyntax expression) => expression switch
    {
        ObjectCreationExpressionSyntax made => NameOf(made.Type),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => RootOf(member.Expression),
        _ => "",
    };

    private static IEnumerable<Refused> RefusedBy(string text)
    {
        var sentences = text.Split(';');
        for (var at = 0; at < sentences.Length; at++)
        {
            // "Prices must not be negative; anything else is refused with …"
            var sentence = at + 1 < sentences.Length && Otherwise().IsMatch(sentences[at + 1]) ? sentences[at] + sentences[at + 1] : sentences[at];
            var exceptions = Exceptions().Matches(sentence).Select(match => (match.Index, Name: match.Groups["name"].Value.Split('.')[^1])).ToList();
            foreach (var (pattern, kind) in ((Regex, Kind)[])[(Negative(), Kind.Number), (ZeroOrBelow(), Kind.Number), (Below(), Kind.Number), (Above(), Kind.Number), (Between(), Kind.Number), (Blank(), Kind.Blank), (Empty(), Kind.Empty)])
            {
                foreach (Match match in pattern.Matches(sentence))
                {
                    // What stands behind it is meant first: "a blank code as X"; else what stands before.
                    var exception = exceptions.FirstOrDefault(each => each.Index >= match.Index).Name ?? exceptions.LastOrDefault().Name;
                    if (exception is null)
                        continue;
                    var numbers = pattern == Negative() ? [-1m] : pattern == ZeroOrBelow() ? [0m, -1m]
                        : pattern == Below() && Numbers.Of(match.Groups["number"].Value) is { } low ? [low - 1]
                        : pattern == Above() && Numbers.Of(match.Groups["number"].Value) is { } high ? [high + 1]
                        : pattern == Between() && Numbers.Of(match.Groups["low"].Value) is { } first && Numbers.Of(match.Groups["high"].Value) is { } last ? [first - 1, last + 1] : Array.Empty<decimal>();
                    if (kind == Kind.Number && numbers.Length == 0)
                        continue;
                    yield return new(kind, match.Groups["all"].Success ? null : Wording.Of(match.Groups["thing"].Value), numbers, exception);
                }
            }
        }
    }

    /// <summary>The arguments of all calls in an expression, with the parameters that they go to.</summary>
    private static IEnumerable<Slot> SlotsOf(string expression, ProductCode code)
    {
        var parsed = SyntaxFactory.ParseExpression(expression);
        foreach (var list in parsed.DescendantNodesAndSelf().OfType<ArgumentListSyntax>())
        {
            var (owner, candidates) = list.Parent switch
            {
                ObjectCreationExpressionSyntax made => (NameOf(made.Type), code.Types.Where(type => type.Name == NameOf(made.Type)).SelectMany(type => type.InstanceConstructors)),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => (access.Name.Identifier.ValueText, code.Types.SelectMany(type => type.GetMembers(access.Name.Identifier.ValueText)).OfType<IMethodSymbol>()),
                _ => ("", []),
            };
            var fitting = candidates.Where(method => method.Parameters.Length >= list.Arguments.Count && method.Parameters.Skip(list.Arguments.Count).All(parameter => parameter.IsOptional)).ToList();
            // Several that fit leave open which is called.
            if (fitting is not [var method] || list.Arguments.Any(argument => argument.NameColon is not null))
                continue;
            foreach (var (argument, parameter) in list.Arguments.Zip(method.Parameters).Where(pair => pair.First.RefKindKeyword.RawKind == 0))
                yield return new(expression, owner, parameter.Name, argument.Expression, parameter.Type, Wording.Of(parameter.Name), [.. list.Ancestors().OfType<ExpressionSyntax>().Select(RootOf).Where(name => name.Length > 0)]);
        }
    }

    private static string NameOf(TypeSyntax type) => type switch { GenericNameSyntax generic => generic.Identifier.ValueText, QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText, _ => type.ToString() };

    private static IEnumerable<(string Key, string Text)> ValuesFor(Refused refused, Slot slot)
    {
        IEnumerable<string> values = refused.Kind switch
        {
            Kind.Number when IsNumber(slot.Type) => refused.Numbers.Select(number => Literal(number, slot.Type)).OfType<string>(),
            // A number of what, is not said: only its sign can be meant.
            Kind.Number when IsSpan(slot.Type) => refused.Numbers.Where(number => number <= 0).Select(number => number == 0 ? "TimeSpan.Zero" : "TimeSpan.FromMinutes(-1)"),
            Kind.Blank when slot.Type.SpecialType == SpecialType.System_String => ["\"\"", "\"  \""],
            Kind.Empty when slot.Type.SpecialType == SpecialType.System_String => ["\"\""],
            _ => [],
        };
        return values.Select(value => (value, string.Concat(slot.Expression.AsSpan(0, slot.Argument.SpanStart), value, slot.Expression.AsSpan(slot.Argument.Span.End))));
    }

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal or SpecialType.System_Double;

    private static bool IsSpan(ITypeSymbol type) => type is { Name: "TimeSpan", ContainingNamespace.Name: "System" };

    private static string? Literal(decimal number, ITypeSymbol type)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return type.SpecialType switch
        {
            SpecialType.System_Decimal => text + "m",
            SpecialType.System_Double => text + "d",
            _ => number == decimal.Truncate(number) ? text : null,
        };
    }

    private enum Kind
    {
        /// <summary>A number out of a range.</summary>
        Number,

        /// <summary>A text with nothing but blanks.</summary>
        Blank,

        /// <summary>A text without characters.</summary>
        Empty,
    }

    private sealed record Refused(Kind Kind, IReadOnlySet<string>? Words, IReadOnlyList<decimal> Numbers, string Exception);

    private sealed record Slot(string Expression, string Owner, string Name, ExpressionSyntax Argument, ITypeSymbol Type, IReadOnlySet<string> Words, IReadOnlyList<string> Calls);

    [GeneratedRegex(@"`(?<name>[\w.]+Exception)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Exceptions();

    [GeneratedRegex(@"^\s*(anything else|all else|otherwise|others|another value)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Otherwise();

    [GeneratedRegex(@"\b(?<all>nothing in an? `\w+`) (may|must|can) be negative\b|\bnegative (?<thing>[a-z]+( [a-z]+)?)|\b(?<thing>[a-z]+)( amount| value)? (must|may|can) not be negative\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Negative();

    [GeneratedRegex(@"\b(?<thing>[a-z]+( and [a-z]+)?) (of|that is|that are|which is) (zero|0) or (below|less|negative)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ZeroOrBelow();

    [GeneratedRegex(@"\b(?<thing>[a-z]+) (of )?(below|under|before|less than|fewer than|smaller than) (?<number>" + Numbers.Pattern + ")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Below();

    [GeneratedRegex(@"\b(?<thing>[a-z]+) (of )?((before|below) \S+ or )?(above|over|after|more than|greater than) (?<number>" + Numbers.Pattern + ")", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Above();

    [GeneratedRegex(@"\baccepts? (?<low>" + Numbers.Pattern + @") to (?<high>" + Numbers.Pattern + @") (?<thing>[a-z]+) and (refuses?|rejects?) (others|all else|anything else)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(@"\bblank (?<thing>[a-z]+)|\b(?<thing>[a-z]+) that is not blank\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Blank();

    [GeneratedRegex(@"\bempty (?<thing>[a-z]+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Empty();
}
