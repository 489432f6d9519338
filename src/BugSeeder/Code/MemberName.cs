using Microsoft.CodeAnalysis;

namespace BugSeeder.Code;

/// <summary>How members are named everywhere: <c>Namespace.Type.Member</c>, without type arguments and parameters.</summary>
internal static class MemberName
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    /// <summary>The name of a type or member.</summary>
    public static string Of(ISymbol symbol) => symbol.ToDisplayString(Format);
}
