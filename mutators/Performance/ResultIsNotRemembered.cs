using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Performance;

/// <summary>The next caller waits as long as the first.</summary>
internal sealed class ResultIsNotRemembered : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "result-is-not-remembered",
        Mistake: "What was worked out is not kept for the next time.",
        Class: BugClass.Omission,
        Before: "var page = Load(name); _cache[name] = page; return page;",
        After: "var page = Load(name); return page;")
    {
        Members = """private readonly Dictionary<string, string> _cache = []; private readonly Dictionary<string, string> _pages = []; public int Count => _cache.Count + _pages.Count; public static string Load(string name) => name + "!";""",
        Signature = "public string Page(string name)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone = ["var page = Load(name); _pages[name] = page; return page;"],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Kept(node.Expression) is { } memory && Wording.IsMemory(memory.ToString()) && !Declared.Variables(node) && Removal.Of(node) is { } gone)
            yield return gone;
    }

    /// <summary>Where an expression keeps something.</summary>
    private static ExpressionSyntax? Kept(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { Expression: var map } } => map,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var map, Name.Identifier.ValueText: "Add" or "TryAdd" or "Set" } } => map,
        _ => null,
    };
}
