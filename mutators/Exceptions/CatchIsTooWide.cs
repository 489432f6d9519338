using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>Faults that nobody thought of are taken for the expected one.</summary>
internal sealed class CatchIsTooWide : Mutator<CatchClauseSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "catch-is-too-wide",
        Mistake: "A handler for one kind of error catches every kind.",
        Class: BugClass.Exception,
        Before: "try { Save(); } catch (IOException) { _failed++; }",
        After: "try { Save(); } catch (Exception) { _failed++; }")
    {
        Members = "private int _failed; public int Failed => _failed; private static void Save() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.FailureHandling],
        LeavesAlone =
        [
            "try { Save(); } catch (Exception) { _failed++; }",
            "try { Save(); } catch (IOException) { _failed++; } catch (Exception) { throw; }",
            "try { Save(); } catch (FileNotFoundException e) { Console.WriteLine(e.FileName); }",
        ],
    };

    protected override IEnumerable<Slip> At(CatchClauseSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.Declaration is { Type: var type } declaration
            && node.Parent is TryStatementSyntax attempt && attempt.Catches.Last() == node
            && !model.TypeOf(type).Is("System.Exception")
            && model.LookupNamespacesAndTypes(node.SpanStart, name: nameof(Exception)) is [INamedTypeSymbol named] && named.Is("System.Exception")
            && UsesOnlyWhatEveryExceptionHas(node, declaration, model))
            yield return new(type.Span, nameof(Exception));
    }

    private static bool UsesOnlyWhatEveryExceptionHas(CatchClauseSyntax node, CatchDeclarationSyntax declaration, SemanticModel model) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == declaration.Identifier.ValueText)
            .All(name => name.Parent is ArgumentSyntax
                || (name.Parent is MemberAccessExpressionSyntax access && model.SymbolOf(access)?.ContainingType.Is("System.Exception") == true));
}
