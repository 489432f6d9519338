using System.Text.RegularExpressions;
using BugSeeder.Model.Specs;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Specs.Reading;

/// <summary>
/// Finds examples in C#: a line of a code block that ends with <c>// =&gt; value</c> or <c>// throws Type</c>, a line <c>"x".Call() =&gt; value</c>, which is no C# as
/// a whole, and a row of a table under a heading that is a call in code, whose columns are the call's parameters and its result.
/// </summary>
internal sealed partial class ExampleReader(MarkdownSource source, StableIds ids)
{
    private readonly List<string> usings = [];

    /// <summary>The examples of a code block or a table.</summary>
    /// <param name="block">The block.</param>
    /// <param name="heading">The heading above it, as it is written.</param>
    public IReadOnlyList<Clause> Read(Block block, string heading) => block switch
    {
        FencedCodeBlock code when CSharpBlocks.IsOne(code) => [.. Lines(code)],
        Table table => [.. Rows(table, heading)],
        _ => [],
    };

    private IEnumerable<Clause> Lines(FencedCodeBlock code)
    {
        var lines = LinesOf(code).ToList();
        if (lines.Count > 0 && lines.TrueForAll(line => line.Text.Trim() is "" || CSharpBlocks.UsingDirective().IsMatch(line.Text)))
        {
            usings.AddRange(lines.Select(line => line.Text.Trim()).Where(line => line.Length > 0 && !usings.Contains(line)));
            yield break;
        }

        var (setup, pending) = (new List<string>(), new List<string>());
        var start = -1;
        foreach (var (text, at) in lines)
        {
            start = start < 0 || pending.Count == 0 ? at : start;
            var marked = Marked().Match(text) is { Success: true } behind ? behind : Arrow().Match(text);
            if (!marked.Success || (!marked.Groups["kind"].Success && !IsCallWithValue(marked.Groups["code"].Value, marked.Groups["outcome"].Value)))
            {
                pending.Add(text);
                if (text.TrimEnd() is "" || text.TrimEnd().EndsWith(';') || text.TrimEnd().EndsWith('}') || text.TrimStart().StartsWith("//", StringComparison.Ordinal))
                {
                    setup.AddRange(pending);
                    pending.Clear();
                }

                continue;
            }

            pending.Add(marked.Groups["code"].Value);
            var statement = string.Join('\n', pending).Trim();
            pending.Clear();
            if (statement.Length == 0)
                continue;
            yield return Example(string.Join('\n', setup).Trim(), ExpressionOf(statement), marked.Groups["outcome"].Value.Trim(), marked.Groups["kind"].Value == "throws", start, at + text.Length);
            if (statement.EndsWith(';'))
                setup.Add(statement);
        }
    }

    /// <summary>A call of something's member and a value: neither the head of a lambda, nor of a member, nor the arm of a switch.</summary>
    private static bool IsCallWithValue(string code, string outcome) =>
        SyntaxFactory.ParseExpression(code) is InvocationExpressionSyntax { ContainsDiagnostics: false, Expression: MemberAccessExpressionSyntax } call && call.FullSpan.Length == code.Length
        && SyntaxFactory.ParseExpression(outcome) is { ContainsDiagnostics: false } value && value.FullSpan.Length == outcome.Length;

    private IEnumerable<Clause> Rows(Table table, string heading)
    {
        if (CallIn(heading) is not { } call || table.OfType<TableRow>().FirstOrDefault(row => row.IsHeader) is not { } header)
            yield break;
        var columns = CellsOf(header).ConvertAll(column => column.Trim('`'));
        if (columns.Count < 2 || columns.Distinct(StringComparer.Ordinal).Count() < columns.Count || !ResultColumn().IsMatch(columns[^1]) || !columns.SkipLast(1).All(column => ParametersOf(call, column).Any()))
            yield break;
        foreach (var row in table.OfType<TableRow>().Where(row => !row.IsHeader))
        {
            var cells = CellsOf(row).Select(CodeOf).ToList();
            if (cells.Count != columns.Count || cells.Contains(null))
                continue;
            var given = columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second!, StringComparer.Ordinal);
            var expression = call.ReplaceNodes(columns.SkipLast(1).SelectMany(column => ParametersOf(call, column)), (name, _) => SyntaxFactory.ParseExpression(given[name.Identifier.ValueText])).ToFullString();
            var outcome = cells[^1]!;
            var throws = outcome.StartsWith("throws ", StringComparison.Ordinal);
            yield return Example("", expression, throws ? outcome["throws ".Length..] : outcome, throws, row.Span.Start, row.Span.End + 1);
        }
    }

    /// <summary>The call that a heading is, in code and nothing else.</summary>
    private static ExpressionSyntax? CallIn(string heading) =>
        CodeOf(heading) is { } code && SyntaxFactory.ParseExpression(code) is { ContainsDiagnostics: false } parsed and (InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or MemberAccessExpressionSyntax) && parsed.FullSpan.Length == code.Length ? parsed : null;

    /// <summary>Where a call is given a column's value, also inside of a call within it.</summary>
    private static IEnumerable<IdentifierNameSyntax> ParametersOf(ExpressionSyntax call, string column) =>
        call.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == column && name.Parent is ArgumentSyntax);

    private Clause Example(string setup, string expression, string outcome, bool throws, int start, int end)
    {
        var text = $"{expression} // {(throws ? "throws" : "=>")} {outcome}";
        return new(ids.Hashed(text), false, ClauseKind.Example, "", text, source.Place(start, end)) { Example = new(setup, expression, outcome, throws, [.. usings]) };
    }

    private static IEnumerable<(string Text, int At)> LinesOf(FencedCodeBlock code)
    {
        for (var index = 0; index < code.Lines.Count; index++)
        {
            var line = code.Lines.Lines[index];
            yield return (line.Slice.ToString(), line.Slice.Start);
        }
    }

    /// <summary>The cells of a row as they are written.</summary>
    private List<string> CellsOf(TableRow row) => [.. Pipe().Split(source.TextOf(row).Trim().Trim('|')).Select(cell => cell.Trim())];

    private static string? CodeOf(string cell) => cell.Length > 2 && cell[0] == '`' && cell[^1] == '`' ? cell.Trim('`').Trim() : null;

    private static string ExpressionOf(string statement)
    {
        var text = statement.TrimEnd(';', ' ');
        return Declaration().Match(text) is { Success: true } declaration ? declaration.Groups["value"].Value : text;
    }

    [GeneratedRegex(@"^(?<code>.*?)\s*//\s*(?<kind>=>|→|throws\b)\s*(?<outcome>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^\s*(?<code>\S.*\))\s*=>\s*(?<outcome>[^\s{].*?)\s*;?\s*(//.*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?:var|[A-Z][\w<>?\[\], .]*)\s+\w+\s*=\s*(?<value>[^=].*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^`?(result|returns|value|expected|gives)`?$", RegexOptions.IgnoreCase)]
    private static partial Regex ResultColumn();

    /// <summary>A bar between cells, not one in code or behind a backslash.</summary>
    [GeneratedRegex(@"(?<!\\)\|(?=(?:[^`]*`[^`]*`)*[^`]*$)")]
    private static partial Regex Pipe();
}
