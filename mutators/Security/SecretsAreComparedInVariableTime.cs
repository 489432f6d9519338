using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Security;

/// <summary>The time that a comparison takes tells how much was right.</summary>
internal sealed class SecretsAreComparedInVariableTime : Mutator<MemberAccessExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "secrets-are-compared-in-variable-time",
        Mistake: "Secrets are compared with what stops at the first difference.",
        Class: BugClass.WrongCall,
        Before: "return System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(left, right);",
        After: "return MemoryExtensions.SequenceEqual(left, right);")
    {
        Signature = "public static bool Same(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)",
        Traits = [ProductionTrait.Security],
        LeavesAlone = ["return left.SequenceEqual(right);"],
    };

    protected override IEnumerable<Slip> At(MemberAccessExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Name.Identifier.ValueText == "FixedTimeEquals" && node.SyntaxTree.GetRoot(cancellationToken) is { } root
            && model.GetMemberGroup(node, cancellationToken) is [{ } method, ..] && method.ContainingType.Is("System.Security.Cryptography.CryptographicOperations")
            && model.LookupNamespacesAndTypes(node.SpanStart, name: nameof(MemoryExtensions)).Length == 1 && root.Span.Contains(node.Span))
            yield return new(node.Span, "MemoryExtensions.SequenceEqual");
    }
}
