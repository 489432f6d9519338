using BugSeeder.Code;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Scoring;

/// <summary>What a project offers to others: a line per public or protected member, with its full signature.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat Signature = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeExplicitInterface | SymbolDisplayMemberOptions.IncludeConstantValue,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes,
        // A property counts by its accessors, since one of them may be for the project alone.
        propertyStyle: SymbolDisplayPropertyStyle.NameOnly);

    /// <summary>The difference between two versions of a project, added lines with a plus and lost ones with a minus.</summary>
    public static IReadOnlyList<string> Difference(ProjectCode before, ProjectCode after)
    {
        var (old, @new) = (Of(before), Of(after));
        return [.. old.Except(@new).Select(line => "-" + line), .. @new.Except(old).Select(line => "+" + line)];
    }

    private static SortedSet<string> Of(ProjectCode project) => new(Types(project.Compilation.Assembly.GlobalNamespace).SelectMany(Lines), StringComparer.Ordinal);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) =>
        container.GetMembers().SelectMany(member => member switch
        {
            INamespaceSymbol inner => Types(inner),
            INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
            _ => [],
        });

    private static IEnumerable<string> Lines(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member is not INamedTypeSymbol && IsVisible(member) && !member.IsImplicitlyDeclared)
            .Select(member => member.ToDisplayString(Signature))
            .Prepend($"{Modifiers(type)}{type.ToDisplayString(Signature)} : {string.Join(", ", type.AllInterfaces.Select(face => face.ToDisplayString()).Order(StringComparer.Ordinal).Prepend(type.BaseType?.ToDisplayString() ?? ""))}");

    /// <summary>What the display of a type leaves out.</summary>
    private static string Modifiers(INamedTypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct
            ? $"{type.DeclaredAccessibility} {(type.IsStatic ? "static " : "")}{(type.IsAbstract ? "abstract " : "")}{(type.IsSealed ? "sealed " : "")}{(type.IsReadOnly ? "readonly " : "")}{(type.IsRecord ? "record " : "")}"
            : $"{type.DeclaredAccessibility} ";

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
