using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>A shorter form of the same method is called.</summary>
internal sealed class ArgumentIsForgotten : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "argument-is-forgotten",
        Mistake: "A call leaves out an argument, and another overload takes it.",
        Class: BugClass.WrongCall,
        Before: "return line.IndexOf(';', start) + start;",
        After: "return line.IndexOf(';') + start;")
    {
        Repeats = true,
        Signature = "public static int Next(string line, int start)",
        LeavesAlone =
        [
            "return line.IndexOf(';') + start;",
            "return line.IndexOf(';', 2) + start;",
            "return line.Substring(0, start).Length;",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is { NameColon: null, RefKindKeyword.RawKind: 0, Parent: ArgumentListSyntax { Arguments: { Count: > 1 } arguments, Parent: InvocationExpressionSyntax call } list }
            && arguments.Last() == node && node.Expression is not (AnonymousFunctionExpressionSyntax or LiteralExpressionSyntax)
            && Invoked.Method(call, model) is { IsGenericMethod: false } method
            && Invoked.Parameter(node, model) is { IsOptional: false } parameter && !parameter.Type.Is("System.Threading.CancellationToken")
            && method.Parameters.Length == arguments.Count
            // text.Substring(0) is the text itself, and looks like what it is.
            && !(method.Name == "Substring" && arguments[0].ToString() == "0")
            && method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(shorter => IsShorter(shorter, method) && model.IsAccessible(node.SpanStart, shorter))
            && Declared.LeavesNoLocalUnused(node, model))
            yield return Removal.Of(arguments, arguments.Count - 1);
    }

    private static bool IsShorter(IMethodSymbol shorter, IMethodSymbol method) =>
        shorter.Parameters.Count(parameter => !parameter.IsOptional && !parameter.IsParams) == method.Parameters.Length - 1
        && shorter.IsStatic == method.IsStatic
        && !shorter.IsObsolete()
        && SymbolEqualityComparer.Default.Equals(shorter.ReturnType, method.ReturnType)
        && shorter.Parameters.Take(method.Parameters.Length - 1).Select(parameter => parameter.Type)
            .SequenceEqual(method.Parameters.SkipLast(1).Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
}
