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
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeExplicitInterface,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeMemberKeyword,
        parameterOptions: SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeOptionalBrackets | SymbolDisplayParameterOptions.IncludeExtensionThis,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor);

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
            .Prepend($"{type.ToDisplayString(Signature)} : {string.Join(", ", type.AllInterfaces.Select(face => face.ToDisplayString()).Order(StringComparer.Ordinal).Prepend(type.BaseType?.ToDisplayString() ?? ""))}");

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
