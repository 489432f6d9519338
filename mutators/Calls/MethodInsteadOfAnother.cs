using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Calls;

/// <summary>A method is taken for another of the same object that takes and gives the same.</summary>
internal sealed class MethodInsteadOfAnother : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "method-instead-of-another",
        Mistake: "A method with a similar name is called.",
        Class: BugClass.WrongCall,
        Before: "return date.AddDays(count);",
        After: "return date.AddHours(count);")
    {
        Repeats = true,
        Signature = "public DateTime Later(DateTime date, int count)",
        LeavesAlone = ["return Convert.ToDateTime(date);"],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is not { MethodKind: MethodKind.Ordinary, ReducedFrom: null, IsGenericMethod: false } method || NameOf(node) is not { } name)
            return [];
        var around = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        return method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => other.Name != method.Name && IsLike(other, method)
                && !SymbolEqualityComparer.Default.Equals(other, around)
                && model.IsAccessible(node.SpanStart, other)
                && Names.Similarity(other.Name, method.Name) >= 0.5 && !other.IsObsolete())
            .OrderByDescending(other => Names.Similarity(other.Name, method.Name))
            .ThenBy(other => other.Name, StringComparer.Ordinal)
            .Take(1)
            .Select(other => new Slip(name.Span, other.Name));
    }

    private static SyntaxToken? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier,
        IdentifierNameSyntax name => name.Identifier,
        _ => null,
    };

    private static bool IsLike(IMethodSymbol other, IMethodSymbol method) =>
        other.MethodKind == MethodKind.Ordinary
        && other.IsStatic == method.IsStatic
        && !other.IsGenericMethod
        && other.CanBeReferencedByName
        && SymbolEqualityComparer.IncludeNullability.Equals(other.ReturnType, method.ReturnType)
        && other.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.IncludeNullability);
}
