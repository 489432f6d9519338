using BugSeeder.Mutators.Code;
using BugSeeder.Mutators.FromStryker;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>Turns some statements into others, line by line: what stays keeps its lines, what goes takes its lines along.</summary>
internal static class StatementEdits
{
    /// <summary>The edits; null where one of them cannot be made in this place.</summary>
    /// <param name="rule">The rule, whose two patterns say which statement became which.</param>
    /// <param name="found">The statements of the code, one for each of the pattern before.</param>
    /// <param name="filled">A text of the pattern with what the holes took.</param>
    public static IReadOnlyList<Replacement>? Between(PackRule rule, List<StatementSyntax> found, Func<string, string> filled)
    {
        var edits = new List<Replacement>();
        var (before, after) = (rule.Before.Statements, rule.After.Statements);
        var next = 0;
        for (var index = 0; index < before.Count; index++)
        {
            var stays = after.Skip(next).ToList().FindIndex(statement => SyntaxFactory.AreEquivalent(statement, before[index]));
            // As many statements are left on both sides: this one is written another way.
            var changes = stays < 0 && before.Count - index <= after.Count - next;
            for (; stays > 0; stays--, next++)
                edits.Add(new(new(found[index].SpanStart, 0), filled(after[next].ToString()) + Indentation.Between(found[index])));
            if (changes)
                edits.AddRange(TokenDiff.Between(found[index], SyntaxFactory.ParseStatement(filled(after[next].ToString()), options: (CSharpParseOptions)found[index].SyntaxTree.Options)));
            else if (stays < 0 && Removal.Of(found[index]) is { } gone)
                edits.Add(gone);
            else if (stays < 0)
                return null;
            if (stays >= 0 || changes)
                next++;
        }
        edits.AddRange(after.Skip(next).Select(statement => new Replacement(new(found[^1].Span.End, 0), Indentation.Between(found[^1]) + filled(statement.ToString()))));
        return Overlap(edits) ? null : edits;
    }

    private static bool Overlap(List<Replacement> edits)
    {
        var ordered = edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => pair.First.Span.End > pair.Second.Span.Start);
    }
}
