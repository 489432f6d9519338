using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender;

/// <summary>Value types that may be absent.</summary>
internal static class Nullables
{
    /// <summary>Whether a type is one.</summary>
    public static bool IsNullable(this ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    /// <summary>What is there where something is: <c>int</c> of <c>int?</c>; other types are themselves.</summary>
    public static ITypeSymbol Present(this ITypeSymbol type) => type.IsNullable() ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
