using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>A resource is left open.</summary>
internal sealed class ResourceIsNotDisposed : Mutator<LocalDeclarationStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "resource-is-not-disposed",
        Mistake: "A file, connection or stream is not disposed.",
        Class: BugClass.Exception,
        Before: "using var file = File.OpenRead(path); return file.Length;",
        After: "var file = File.OpenRead(path); return file.Length;")
    {
        Signature = "public long Size(string path)",
        Traits = [ProductionTrait.Resources],
        LeavesAlone = ["var file = File.OpenRead(path); return file.Length;"],
    };

    protected override IEnumerable<Slip> At(LocalDeclarationStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.UsingKeyword.IsKind(SyntaxKind.UsingKeyword) && node.AwaitKeyword.IsKind(SyntaxKind.None))
            yield return new(TextSpan.FromBounds(node.UsingKeyword.SpanStart, node.Declaration.SpanStart), "");
    }
}
