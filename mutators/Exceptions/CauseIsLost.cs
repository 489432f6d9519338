using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Exceptions;

/// <summary>A new error does not say what caused it.</summary>
internal sealed class CauseIsLost : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cause-is-lost",
        Mistake: "The inner exception is not passed on.",
        Class: BugClass.Exception,
        Before: """try { Save(); } catch (IOException e) { Console.Write(e.Message); throw new InvalidOperationException("x", e); }""",
        After: """try { Save(); } catch (IOException e) { Console.Write(e.Message); throw new InvalidOperationException("x"); }""")
    {
        Members = "private static void Save() => Console.WriteLine();",
        Signature = "public void Run()",
        Traits = [ProductionTrait.Observability],
        LeavesAlone =
        [
            """try { Save(); } catch (IOException e) { throw new InvalidOperationException("x", e); }""",
            """try { Save(); } catch (IOException e) { var text = "x"; Console.Write(text); throw new InvalidOperationException(text, e); }""",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { Expression: IdentifierNameSyntax cause, Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax, Arguments.Count: > 1 } list }
            && node.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration is { } declaration
            && declaration.Identifier.ValueText == cause.Identifier.ValueText
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.Of(list.Arguments, list.Arguments.IndexOf(node));
    }
}
