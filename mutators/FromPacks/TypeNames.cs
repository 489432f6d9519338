using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Mutators.FromPacks;

/// <summary>What the full names in a pattern mean in a compilation. A pattern says <c>System.DateTime</c>, the code just <c>DateTime</c>.</summary>
internal static class TypeNames
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, ISymbol?>> Known = [];

    /// <summary>The type, or the static member of one, that a full name means; null where the compilation knows none.</summary>
    public static ISymbol? Find(string name, Compilation compilation) =>
        Known.GetValue(compilation, _ => new(StringComparer.Ordinal)).GetOrAdd(name, _ => TypeNamed(name, compilation) ?? Member(name, compilation));

    /// <summary>Whether a type is, or derives from, or implements the one that a pattern names; <c>IEnumerable&lt;&gt;</c> stands for each of them.</summary>
    public static bool IsA(ITypeSymbol type, string name, Compilation compilation) =>
        Find(name, compilation) is ITypeSymbol wanted
        && Bases(type).Concat(type.AllInterfaces).Any(one => SymbolEqualityComparer.Default.Equals(one, wanted)
            || (wanted is INamedTypeSymbol { IsUnboundGenericType: true } open && SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, open.OriginalDefinition)));

    /// <summary>How a full name is written at a place: as short as it still means the same.</summary>
    public static string Shortest(string name, ISymbol symbol, SemanticModel model, int position)
    {
        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        var known = model.LookupNamespacesAndTypes(position, name: type.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, type));
        return known && type.ContainingNamespace is { IsGlobalNamespace: false } space ? name[(space.ToDisplayString().Length + 1)..] : name;
    }

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    private static ITypeSymbol? TypeNamed(string name, Compilation compilation) => SyntaxFactory.ParseTypeName(name) switch
    {
        PredefinedTypeSyntax keyword => compilation.GetSpecialType(Special(keyword.Keyword.Kind())),
        ArrayTypeSyntax array => TypeNamed(array.ElementType.ToString(), compilation) is { } element ? compilation.CreateArrayTypeSymbol(element) : null,
        QualifiedNameSyntax { Right: GenericNameSyntax generic } qualified => Generic($"{qualified.Left}.{generic.Identifier.ValueText}", generic.TypeArgumentList, compilation),
        NameSyntax => compilation.GetTypeByMetadataName(name),
        _ => null,
    };

    private static INamedTypeSymbol? Generic(string name, TypeArgumentListSyntax list, Compilation compilation)
    {
        var type = compilation.GetTypeByMetadataName($"{name}`{list.Arguments.Count}");
        if (type is null || list.Arguments.All(argument => argument is OmittedTypeArgumentSyntax))
            return type?.ConstructUnboundGenericType();
        var arguments = list.Arguments.Select(argument => TypeNamed(argument.ToString(), compilation)).OfType<ITypeSymbol>().ToArray();
        return arguments.Length == list.Arguments.Count ? type.Construct(arguments) : null;
    }

    private static ISymbol? Member(string name, Compilation compilation) =>
        name.LastIndexOf('.') is > 0 and var dot ? compilation.GetTypeByMetadataName(name[..dot])?.GetMembers(name[(dot + 1)..]).FirstOrDefault(member => member.IsStatic) : null;

    private static SpecialType Special(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.BoolKeyword => SpecialType.System_Boolean,
        SyntaxKind.ByteKeyword => SpecialType.System_Byte,
        SyntaxKind.CharKeyword => SpecialType.System_Char,
        SyntaxKind.DecimalKeyword => SpecialType.System_Decimal,
        SyntaxKind.DoubleKeyword => SpecialType.System_Double,
        SyntaxKind.IntKeyword => SpecialType.System_Int32,
        SyntaxKind.LongKeyword => SpecialType.System_Int64,
        SyntaxKind.StringKeyword => SpecialType.System_String,
        _ => SpecialType.System_Object,
    };
}
