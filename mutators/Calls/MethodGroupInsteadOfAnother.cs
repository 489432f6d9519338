using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>Another kind of letters passes.</summary>
internal sealed class MethodGroupInsteadOfAnother : Mutator<ArgumentSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "method-group-instead-of-another",
        Mistake: "A related method is handed over to be called.",
        Class: BugClass.WrongCall,
        Before: "return text.All(char.IsAsciiDigit);",
        After: "return text.All(char.IsAsciiHexDigit);")
    {
        Repeats = true,
        Signature = "public static bool IsNumber(string text)",
        LeavesAlone =
        [
            "return text.All(letter => letter > 'a');",
            "return text.Split(';').All(Path.Exists);",
        ],
    };

    protected override IEnumerable<Slip> At(ArgumentSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        var name = node.Expression is MemberAccessExpressionSyntax access ? access.Name : node.Expression as IdentifierNameSyntax;
        if (name is null || model.SymbolOf(node.Expression) is not IMethodSymbol { IsGenericMethod: false, MethodKind: MethodKind.Ordinary } method)
            return [];
        return method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => other.Name != method.Name && other.IsStatic == method.IsStatic && !other.IsGenericMethod && model.IsAccessible(node.SpanStart, other)
                && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
                && other.Parameters.Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default)
                && Names.Similarity(other.Name, method.Name) >= 0.5 && !other.IsObsolete())
            .OrderByDescending(other => Names.Similarity(other.Name, method.Name))
            .ThenBy(other => other.Name, StringComparer.Ordinal)
            .Take(2)
            .Select(other => new Slip(name.Span, other.Name));
    }
}
