using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>The live collection or query is handed on instead of a copy.</summary>
internal sealed class SnapshotIsForgotten : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "snapshot-is-forgotten",
        Mistake: "What should stay as it was changes later, or while it is read.",
        Class: BugClass.DotNetSemantics,
        Before: "return _items.ToList();",
        After: "return _items;")
    {
        Repeats = true,
        Members = "private readonly List<int> _items = [];",
        Signature = "public IReadOnlyList<int> Items()",
        LeavesAlone =
        [
            "return _items.Where(item => item > 0).ToList();",
            "return [];",
            "var more = _items.ToList(); more.Add(3); return more;",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.LinqName(node, model) is "ToList" or "ToArray"
            && node.Expression is MemberAccessExpressionSyntax access
            && model.TypeOf(access.Expression) is { } live
            && model.GetTypeInfo(node, cancellationToken).ConvertedType is { } wanted
            && !SymbolEqualityComparer.Default.Equals(model.TypeOf(node), wanted)
            && model.Compilation.ClassifyCommonConversion(live, wanted) is { Exists: true, IsImplicit: true })
            yield return Removal.After(access.Expression, node);
    }
}
