using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Resources;

/// <summary>What is over and done with is kept for ever.</summary>
internal sealed class EntryIsNeverRemoved : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "entry-is-never-removed",
        Mistake: "An entry stays where it should be taken out.",
        Class: BugClass.Omission,
        Before: "_open.Remove(name); Count(name);",
        After: "Count(name);")
    {
        Members = """private readonly HashSet<string> _open = []; public bool IsOpen(string name) => _open.Contains(name); private static void Count(string name) => Console.WriteLine(name); private string _text = ""; public string Text => _text;""",
        Signature = "public void Close(string name)",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "_text = name.Remove(1); Count(name);",
            """var uses = new Dictionary<string, int> { [name] = 1 }; uses.Remove(name, out var used); Count($"{name}{used}");""",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Expression is InvocationExpressionSyntax call
            && Invoked.Method(call, model) is { } method && method.Name.StartsWith("Remove", StringComparison.Ordinal)
            && method.ContainingType.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true
            && !Declared.Variables(call)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
