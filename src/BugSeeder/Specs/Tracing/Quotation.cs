using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Specs.Tracing;

/// <summary>Tells whether the values that a witness of a bug works with stand literally in the spec: whoever has that spec has the hidden test too.</summary>
internal static class Quotation
{
    /// <summary>One short value stands anywhere by chance.</summary>
    private const int LongValue = 4;

    /// <summary>The first clause that has all telling values of a witness; <see langword="null"/> where none has.</summary>
    /// <param name="bug">The bug.</param>
    /// <param name="index">The target's names, for the witnesses that have their values in their bodies.</param>
    /// <param name="clauses">The clauses of the spec.</param>
    public static string? Find(Bug bug, CodeIndex index, IReadOnlyList<ClauseFacts> clauses)
    {
        var witnesses = bug.Witnesses.Select(witness => ValuesOf(witness, index)).Where(IsTelling).ToList();
        return clauses.FirstOrDefault(clause => witnesses.Exists(values => values.All(value => Stands(value, clause))))?.Clause.Id;
    }

    /// <summary>The values of the row that a test's name shows; without a row, those in the test's body.</summary>
    private static HashSet<Value> ValuesOf(string witness, CodeIndex index)
    {
        var open = witness.IndexOf('(', StringComparison.Ordinal);
        IReadOnlyList<SyntaxNode> nodes = open >= 0
            ? [SyntaxFactory.ParseArgumentList(witness[open..])]
            : [.. index.Tests.Where(test => test.IsCase(witness)).Take(1).Select(test => (SyntaxNode)test.Method)];
        return Value.In(nodes).Where(value => value.Kind != ValueKind.Case).ToHashSet();
    }

    private static bool IsTelling(HashSet<Value> values) => values.Count > 1 || values.Any(value => value.Text.Length >= LongValue);

    private static bool Stands(Value value, ClauseFacts clause) => value.Kind == ValueKind.Number
        ? clause.Numbers.Contains(value.Text) || value.Text.Contains('.', StringComparison.Ordinal) && clause.Text.Contains(value.Text, StringComparison.Ordinal)
        : clause.Text.Contains(value.Text, StringComparison.Ordinal);
}
