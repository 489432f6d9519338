using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>An error is turned into an empty answer.</summary>
internal sealed class FailureReturnsDefault : Mutator<ThrowStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "failure-returns-default",
        Mistake: "A failure looks like nothing found, zero or no.",
        Class: BugClass.Exception,
        Before: "try { return Load(); } catch (IOException) { throw; }",
        After: "try { return Load(); } catch (IOException) { return default; }")
    {
        Members = "private static int Load() => 3;",
        Signature = "public int Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "throw new IOException();",
            """return Text().Length; string Text() { try { return $"{Load()}"; } catch (IOException) { throw; } }""",
        ],
    };

    protected override IEnumerable<Slip> At(ThrowStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: null, Parent: BlockSyntax { Parent: CatchClauseSyntax } }
            && model.GetEnclosingSymbol(node.SpanStart, cancellationToken) is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction, IsIterator: false } method
            && Returned(method) is { } type
            && (type.IsValueType || type.NullableAnnotation == NullableAnnotation.Annotated))
            yield return new(node.Span, "return default;");
    }

    private static ITypeSymbol? Returned(IMethodSymbol method) => method switch
    {
        { ReturnsVoid: true } => null,
        { IsAsync: true, ReturnType: INamedTypeSymbol { TypeArguments: [var result] } } => result,
        { IsAsync: true } => null,
        _ => method.ReturnType,
    };
}
