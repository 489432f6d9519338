using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.Code;

/// <summary>Questions about calls, answered by the semantic model.</summary>
internal static class Invoked
{
    public static IMethodSymbol? Method(SyntaxNode call, SemanticModel model) => model.SymbolOf(call) as IMethodSymbol;

    /// <summary>The called name, when it is a method of LINQ to objects.</summary>
    public static string? LinqName(InvocationExpressionSyntax call, SemanticModel model) =>
        call.Expression is MemberAccessExpressionSyntax && Method(call, model) is { ContainingType: { } type } method && type.Is("System.Linq.Enumerable")
            ? method.Name
            : null;

    /// <summary>The name token of <c>receiver.Name(...)</c>.</summary>
    public static SyntaxToken? Name(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Name.Identifier : null;

    /// <summary>Whether the type is the one of that full name, type arguments aside.</summary>
    public static bool Is(this ITypeSymbol? type, string fullName) =>
        type is not null && $"{type.ContainingNamespace}.{type.MetadataName}" == fullName;

    /// <summary>Whether using it draws a warning.</summary>
    public static bool IsObsolete(this ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System.ObsoleteAttribute"));

    public static bool IsString(this ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String;

    public static bool IsMoment(this ITypeSymbol? type) =>
        type.Is("System.DateTime") || type.Is("System.DateTimeOffset") || type.Is("System.DateOnly");

    public static bool IsNumber(this ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    public static bool IsWhole(this ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    /// <summary>Which parameter an argument is for.</summary>
    public static IParameterSymbol? Parameter(ArgumentSyntax argument, SemanticModel model)
    {
        if (argument.Parent is not ArgumentListSyntax { Parent: { } call } list || Method(call, model) is not { } method)
            return null;
        if (argument.NameColon is { } name)
            return method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText);
        var index = list.Arguments.IndexOf(argument);
        return index < method.Parameters.Length && !method.Parameters[index].IsParams ? method.Parameters[index] : null;
    }
}
