using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Security;

/// <summary>Who may look may also change.</summary>
internal sealed class AnotherRightIsAsked : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "another-right-is-asked",
        Mistake: "The caller is asked for another right than the one that is needed.",
        Class: BugClass.WrongCall,
        Before: "EnsureCanExport(user);",
        After: "EnsureCanView(user);")
    {
        Members = "public static void EnsureCanView(string user) => Console.WriteLine(user); public static void EnsureCanExport(string user) => Console.WriteLine(user.Length); public static void EnsureCanDelete(string user, int id) => Console.WriteLine(user + id);",
        Signature = "public static void Export(string user)",
        Traits = [ProductionTrait.Security],
        LeavesAlone =
        [
            "Console.WriteLine(user);",
            "EnsureCanDelete(user, 3);",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is not { IsGenericMethod: false } method || !(Wording.DemandsARight(method.Name) || Wording.AnswersARight(method.Name)))
            return [];
        var name = node.Expression is MemberAccessExpressionSyntax access ? access.Name : node.Expression as SimpleNameSyntax;
        var around = model.GetEnclosingSymbol(node.SpanStart, cancellationToken);
        return name is null ? [] : method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Where(other => other.Name != method.Name && other.IsStatic == method.IsStatic
                && (Wording.DemandsARight(other.Name) || Wording.AnswersARight(other.Name))
                && !SymbolEqualityComparer.Default.Equals(other, around)
                && SymbolEqualityComparer.Default.Equals(other.ReturnType, method.ReturnType)
                && model.IsAccessible(node.SpanStart, other) && !other.IsObsolete()
                && other.Parameters.Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default))
            .OrderByDescending(other => Names.Similarity(other.Name, method.Name))
            .ThenBy(other => other.Name, StringComparer.Ordinal)
            .Take(1)
            .Select(other => new Slip(name.Span, other.Name));
    }
}
