using BugSeeder.Model.Bugs;
using BugSeeder.Mutators.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Performance;

/// <summary>The work is done anew each time.</summary>
internal sealed class CacheIsBypassed : Mutator<InvocationExpressionSyntax>
{
    public override MutatorCard Card { get; } = new(
        Id: "cache-is-bypassed",
        Mistake: "What is remembered is worked out again at every call.",
        Class: BugClass.WrongCall,
        Before: "return _pages.GetOrAdd(name, Load);",
        After: "return Load(name);")
    {
        Members = """private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _pages = new(); public int Count => _pages.Count; public static string Load(string name) => name + "!";""",
        Signature = "public string Page(string name)",
        Traits = [ProductionTrait.Performance],
        LeavesAlone =
        [
            """return _pages.TryGetValue(name, out var page) ? page : "";""",
            """return _pages.GetOrAdd(name, "");""",
        ],
    };

    protected override IEnumerable<Slip> At(InvocationExpressionSyntax node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Invoked.Method(node, model) is { Name: "GetOrAdd" or "GetOrCreate" or "GetOrAddAsync" or "GetOrCreateAsync" }
            && node.ArgumentList.Arguments is [{ Expression: var key }, { Expression: var make }] && key is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && Made(make, key, model) is { } made)
            yield return new(node.Span, made);
    }

    private static string? Made(ExpressionSyntax make, ExpressionSyntax key, SemanticModel model) => make switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax when model.SymbolOf(make) is IMethodSymbol => $"{make}({key})",
        SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var name, Body: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: IdentifierNameSyntax argument }] } call }
            when argument.Identifier.ValueText == name => $"{call.Expression}({key})",
        _ => null,
    };
}
