using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.References;

/// <summary>The log tells of something that did not happen.</summary>
internal sealed class RecordSaysSomethingElse : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "record-says-something-else",
        Mistake: "What is recorded is of another kind than what happened.",
        Class: BugClass.WrongReference,
        Before: "_log.Append(Kind.Refused, name);",
        After: "_log.Append(Kind.Granted, name);")
    {
        Members = "public enum Kind { Granted, Refused } public class AuditLog { public void Append(Kind kind, string text) => Console.WriteLine(kind + text); } private readonly AuditLog _log = new();",
        Signature = "public void Refuse(string name)",
        Traits = [ProductionTrait.Observability],
        LeavesAlone =
        [
            "Console.WriteLine(Kind.Refused + name);",
            "Console.WriteLine(Kind.Refused);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: MemberAccessExpressionSyntax said, Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
            && model.SymbolOf(said) is IFieldSymbol { ContainingType: { TypeKind: TypeKind.Enum } type } value
            && Wording.IsNote(call, model)
            && type.GetMembers().OfType<IFieldSymbol>().Where(other => !SymbolEqualityComparer.Default.Equals(other, value) && !other.IsObsolete()).MaxBy(other => Names.Similarity(other.Name, value.Name)) is { } alike)
            yield return new(said.Name.Span, alike.Name);
    }
}
