using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>A handler takes errors that it should let pass.</summary>
internal sealed class FilterIsForgotten : Mutator<CatchFilterClauseSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "filter-is-forgotten",
        Mistake: "A handler lost the condition that says which errors it is for.",
        Class: BugClass.Exception,
        Before: "try { Save(); } catch (IOException e) when (e.HResult == 32) { Console.WriteLine(e.Message); }",
        After: "try { Save(); } catch (IOException e) { Console.WriteLine(e.Message); }")
    {
        Members = "private int _failed = 0; public int Failed => _failed; private static void Save() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "try { Save(); } catch (IOException e) when (e.HResult == 32) { _failed++; }",
            "try { Save(); } catch (IOException e) when (e.HResult == 32) { Console.Write(e); } catch (IOException) { _failed++; }",
            "try { Save(); } catch (IOException e) when (e.InnerException is { } inner) { Console.WriteLine(e.Message + inner.Message); }",
        ],
    };

    protected override IEnumerable<Slip> At(CatchFilterClauseSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Parent is CatchClauseSyntax { Declaration: { } declaration, Parent: TryStatementSyntax attempt } handler
            && attempt.Catches.Last() == handler
            && (declaration.Identifier.IsKind(SyntaxKind.None) || IsMentioned(handler.Block, declaration))
            && !Declared.Variables(node))
            yield return new(TextSpan.FromBounds(declaration.Span.End, node.Span.End), "");
    }

    private static bool IsMentioned(BlockSyntax block, CatchDeclarationSyntax declaration) =>
        block.DescendantTokens().Any(token => token.ValueText == declaration.Identifier.ValueText);
}
