using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Resources;

/// <summary>Files and connections stay open.</summary>
internal sealed class DisposalIsForgotten : Mutator<ExpressionStatementSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "disposal-is-forgotten",
        Mistake: "What was opened is not closed.",
        Class: BugClass.Exception,
        Before: "file.Dispose(); return file.Name;",
        After: "return file.Name;")
    {
        Signature = "public static string Done(FileStream file)",
        Traits = [ProductionTrait.Resources],
        LeavesAlone =
        [
            "file.Flush(); return file.Name;",
            "return End().Result; async Task<string> End() { await file.DisposeAsync(); return file.Name; }",
        ],
    };

    protected override IEnumerable<Slip> At(ExpressionStatementSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if ((node.Expression is AwaitExpressionSyntax wait ? wait.Expression : node.Expression) is InvocationExpressionSyntax call
            && Invoked.Method(call, model) is { } method
            && (method.Name.StartsWith("Dispose", StringComparison.Ordinal) || (method.Name is "Close" or "Release" && method.Parameters.IsEmpty && method.ContainingType.AllInterfaces.Any(contract => contract.Is("System.IDisposable"))))
            && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } around && !around.Identifier.ValueText.StartsWith("Dispose", StringComparison.Ordinal)
            && !Declared.Awaits(node)
            && Removal.Of(node) is { } gone)
            yield return gone;
    }
}
