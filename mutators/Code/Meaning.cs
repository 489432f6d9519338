using Microsoft.CodeAnalysis;

namespace BugSeeder.Mutators.Code;

/// <summary>What the semantic model says about a node, in short. Each answer is a look-up that takes no time worth cancelling.</summary>
internal static class Meaning
{
    public static ITypeSymbol? TypeOf(this SemanticModel model, SyntaxNode node) => model.GetTypeInfo(node).Type;

    public static ISymbol? SymbolOf(this SemanticModel model, SyntaxNode node) => model.GetSymbolInfo(node).Symbol;

    public static bool IsConstant(this SemanticModel model, SyntaxNode node) => model.GetConstantValue(node).HasValue;
}
