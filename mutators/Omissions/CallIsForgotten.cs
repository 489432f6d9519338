using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Omissions;

/// <summary>A call is missing.</summary>
internal sealed class CallIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "call-is-forgotten",
        Mistake: "Something that should be done is not.",
        Class: BugClass.Omission,
        Before: "Count(item); Notify(item);",
        After: "Count(item);")
    {
        Repeats = true,
        Members = """private string _last = ""; public string Last => _last; private static void Count(string item) => Console.Write(item); public static void Notify(string item) => Console.Write(item);""",
        Signature = "public void Sell(string item)",
        LeavesAlone =
        [
            "_last = item;",
            "int.TryParse(item, out var n); Console.WriteLine(n);",
            "ArgumentException.ThrowIfNullOrEmpty(item);",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is InvocationExpressionSyntax call
            && !Declared.Writes(call) && !Declared.Variables(call) && !IsAnothers(call, model)
            && Removal.Of(node) is { } gone
            && Declared.LeavesNoLocalUnused(node, model))
            yield return gone;
    }

    /// <summary>Validation and logging are mistakes of their own.</summary>
    private static bool IsAnothers(InvocationExpressionSyntax call, SemanticModel model) =>
        Wording.IsNote(call, model) || (Invoked.Name(call) is { } name && name.ValueText.StartsWith("ThrowIf", StringComparison.Ordinal) && name.ValueText != "ThrowIfNull");
}
