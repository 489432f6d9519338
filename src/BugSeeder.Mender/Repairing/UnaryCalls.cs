using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mender.Repairing;

/// <summary>Calls in a project that make of a value another of its type: what a value may have to go through and does not.</summary>
internal static class UnaryCalls
{
    /// <summary>Their forms, with <c>{0}</c> for the value, by the type's name; what is called most comes first.</summary>
    public static ILookup<string, string> Of(ProjectCode project, CancellationToken cancellationToken) => project.Trees.Values
        .SelectMany(tree => In(tree, project.Compilation.GetSemanticModel(tree), cancellationToken))
        .CountBy(call => call)
        .OrderByDescending(call => call.Value).ThenBy(call => call.Key.Form, StringComparer.Ordinal)
        .ToLookup(call => call.Key.Type, call => call.Key.Form, StringComparer.Ordinal);

    private static IEnumerable<(string Type, string Form)> In(SyntaxTree tree, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var call in tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method || model.GetTypeInfo(call, cancellationToken).Type is not { } type)
                continue;
            var given = string.Join(", ", call.ArgumentList.Arguments.Skip(1));
            if (call.Expression is MemberAccessExpressionSyntax access && Same(model.GetTypeInfo(access.Expression, cancellationToken).Type, type) && call.ArgumentList.Arguments.All(argument => IsConstant(argument, model)))
                yield return (type.ToDisplayString(), $"{{0}}.{access.Name}{call.ArgumentList}");
            else if (method.IsStatic && call.ArgumentList.Arguments is [var first, ..] && Same(model.GetTypeInfo(first.Expression, cancellationToken).Type, type) && call.ArgumentList.Arguments.Skip(1).All(argument => IsConstant(argument, model)))
                yield return (type.ToDisplayString(), $"{(call.Expression is IdentifierNameSyntax ? $"{method.ContainingType.Name}." : "")}{call.Expression}({{0}}{(given.Length > 0 ? ", " + given : "")})");
        }
    }

    private static bool Same(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>An argument that means the same wherever it stands.</summary>
    private static bool IsConstant(ArgumentSyntax argument, SemanticModel model) =>
        model.GetConstantValue(argument.Expression).HasValue || model.GetSymbolInfo(argument.Expression).Symbol is IPropertySymbol { IsStatic: true } or IFieldSymbol { IsStatic: true, DeclaredAccessibility: Accessibility.Public };
}
