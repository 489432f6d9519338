using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.DotNet;

/// <summary>A collection or query compares the default way.</summary>
internal sealed class ComparerIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "comparer-is-forgotten",
        Mistake: "A dictionary, set or query is made without its comparer.",
        Class: BugClass.DotNetSemantics,
        Before: "return new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);",
        After: "return new HashSet<string>(names);")
    {
        Repeats = true,
        Signature = "public HashSet<string> Unique(string[] names)",
        LeavesAlone =
        [
            "return new HashSet<string>(names);",
            "var comparer = StringComparer.OrdinalIgnoreCase; return new HashSet<string>(names, comparer);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax } list
            && model.TypeOf(node.Expression) is { } type
            && (type.Is("System.StringComparer") || type.Is("System.StringComparison")
                || type.Is("System.Collections.Generic.IEqualityComparer`1") || type.Is("System.Collections.Generic.IComparer`1"))
            && (list.Arguments.Last() == node || node.NameColon is not null)
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.Of(list.Arguments, list.Arguments.IndexOf(node));
    }
}
