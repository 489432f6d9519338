using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators.Code;

/// <summary>
/// What the semantic model says about a node, in short. Dozens of mutators ask the same of every call and name, and binding it again takes
/// most of the time of a search; so each answer is kept as long as its model.
/// </summary>
internal static class Meaning
{
    private static readonly ConditionalWeakTable<SemanticModel, Answers> Known = [];

    public static ITypeSymbol? TypeOf(this SemanticModel model, SyntaxNode node) => Known.GetOrCreateValue(model).Types.GetOrAdd(node, static (asked, from) => from.GetTypeInfo(asked).Type, model);

    public static ISymbol? SymbolOf(this SemanticModel model, SyntaxNode node) => Known.GetOrCreateValue(model).Symbols.GetOrAdd(node, static (asked, from) => from.GetSymbolInfo(asked).Symbol, model);

    public static bool IsConstant(this SemanticModel model, SyntaxNode node) => model.GetConstantValue(node).HasValue;

    private sealed class Answers
    {
        public ConcurrentDictionary<SyntaxNode, ITypeSymbol?> Types { get; } = new();

        public ConcurrentDictionary<SyntaxNode, ISymbol?> Symbols { get; } = new();
    }
}
