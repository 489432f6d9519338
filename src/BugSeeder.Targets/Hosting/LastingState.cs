using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Hosting;

/// <summary>
/// What lives on from test to test and changes: static fields, and the objects that they lead to. In a warm process it is older than a mutant, which can so
/// meet a state that it would never have let come about.
/// </summary>
internal sealed class LastingState
{
    /// <summary>By full name; several projects may have types of one name.</summary>
    private readonly ILookup<string, INamedTypeSymbol> types;
    private readonly ILookup<string, INamedTypeSymbol> heirs;
    private readonly WrittenNames written;
    private readonly HashSet<string> changing = new(StringComparer.Ordinal);
    private readonly HashSet<string> lasting = new(StringComparer.Ordinal);

    /// <summary>Looks through projects.</summary>
    /// <param name="projects">The target's, tests among them.</param>
    /// <param name="live">The full names of the types of which objects were seen; without it, all to which a static field may lead by its type count.</param>
    public LastingState(IReadOnlyCollection<ProjectCode> projects, IReadOnlySet<string>? live)
    {
        List<INamedTypeSymbol> all = [.. projects.SelectMany(project => TypesIn(project.Compilation.Assembly.GlobalNamespace))];
        types = all.ToLookup(KeyOf, StringComparer.Ordinal);
        heirs = all.SelectMany(type => Above(type).Concat(type.AllInterfaces).Select(above => (Above: KeyOf(above), Type: type))).ToLookup(pair => pair.Above, pair => pair.Type, StringComparer.Ordinal);
        written = new(projects.SelectMany(project => project.Compilation.SyntaxTrees));
        // A type changes with the types that it leads to, so they are gone through until none is new.
        while (types.Where(same => !changing.Contains(same.Key) && same.Any(Changes)).Select(same => same.Key).ToList() is { Count: > 0 } found)
            changing.UnionWith(found);
        foreach (var type in all)
        {
            foreach (var slot in SlotsOf(type, isStatic: true).Where(Changes))
            {
                lasting.Add(KeyOf(type));
                if (live is null || slot.IsHidden)
                    Reach(slot.Type);
            }
        }

        lasting.UnionWith(changing.Where(key => live?.Contains(key) ?? false));
    }

    /// <summary>A place for a value.</summary>
    private sealed record Slot(string Name, ITypeSymbol Type, bool IsStatic, bool IsReadOnly)
    {
        /// <summary>Whether there are several of it, so that not all that it leads to can have been seen: one for each thread, or for each construction of a generic type.</summary>
        public bool IsHidden { get; init; }
    }

    /// <summary>Whether a member belongs to a type that holds it, or uses such a type's members.</summary>
    /// <param name="model">The semantic model of its file.</param>
    /// <param name="member">Its declaration.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public bool Meets(SemanticModel model, SyntaxNode member, CancellationToken cancellationToken) =>
        member.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(type => model.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol own && lasting.Contains(KeyOf(own)))
        || member.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => model.GetSymbolInfo(name, cancellationToken).Symbol is { Kind: SymbolKind.Field or SymbolKind.Property or SymbolKind.Method or SymbolKind.Event, ContainingType: { } type } && lasting.Contains(KeyOf(type)));

    private void Reach(ITypeSymbol type)
    {
        foreach (var key in KeysOf(type).Where(key => changing.Contains(key) && lasting.Add(key)))
        {
            foreach (var slot in types[key].SelectMany(type => SlotsOf(type, isStatic: false)))
                Reach(slot.Type);
            foreach (var heir in heirs[key])
                Reach(heir);
        }
    }

    private bool Changes(INamedTypeSymbol type) =>
        SlotsOf(type, isStatic: false).Any(Changes) || heirs[KeyOf(type)].Any(heir => changing.Contains(KeyOf(heir))) || Above(type).Any(above => above.ContainingNamespace?.ContainingNamespace?.Name == "Collections");

    private bool Changes(Slot slot) =>
        (!slot.IsReadOnly && written.IsAssigned(slot.Name, slot.IsStatic))
        || (PartsOf(slot.Type).Any(MayChangeInside) && written.IsTouched(slot.Name, slot.IsStatic))
        || KeysOf(slot.Type).Any(changing.Contains);

    /// <summary>Arrays, and what is compiled elsewhere, but what is known to stay as it is; a delegate may hold what its code remembers. Of the target's own types it is seen what they lead to.</summary>
    private bool MayChangeInside(ITypeSymbol type) => type is IArrayTypeSymbol || type is INamedTypeSymbol
    {
        SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Delegate, IsRecord: false,
        Name: not ("IEnumerable" or "IReadOnlyCollection" or "IReadOnlyDictionary" or "IReadOnlyList" or "IReadOnlySet" or "IComparer" or "IEqualityComparer" or "IFormatProvider"
            or "Type" or "Regex" or "StringComparer" or "CultureInfo" or "Encoding" or "Uri" or "Version" or "SearchValues"),
    } named && named.ContainingNamespace?.Name is not ("Immutable" or "Frozen") && !types.Contains(KeyOf(named));

    private static IEnumerable<Slot> SlotsOf(INamedTypeSymbol type, bool isStatic)
    {
        foreach (var part in isStatic ? [type] : Above(type).Prepend(type))
        {
            foreach (var member in part.OriginalDefinition.GetMembers().Where(member => member.IsStatic == isStatic))
            {
                if (member is IFieldSymbol { IsConst: false } field)
                    yield return new(field.AssociatedSymbol?.Name ?? field.Name, field.Type, isStatic, field.IsReadOnly) { IsHidden = part.IsGenericType || field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute") };
                else if (member is IEventSymbol { IsAbstract: false } raised)
                    yield return new(raised.Name, raised.Type, isStatic, IsReadOnly: false);
            }

            // Parameters of a primary constructor may be kept.
            foreach (var parameter in part.OriginalDefinition.InstanceConstructors.Where(_ => !isStatic && !part.IsRecord).SelectMany(constructor => constructor.Parameters))
            {
                if (parameter.DeclaringSyntaxReferences is [var place] && place.GetSyntax().Parent?.Parent is TypeDeclarationSyntax)
                    yield return new(parameter.Name, parameter.Type, IsStatic: false, IsReadOnly: false);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (var above = type.BaseType; above is not null; above = above.BaseType)
            yield return above;
    }

    /// <summary>A type, what it is made of, and what it is about.</summary>
    private static IEnumerable<ITypeSymbol> PartsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => PartsOf(array.ElementType).Prepend(array),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(PartsOf).Prepend(named),
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol place) =>
        place.GetMembers().OfType<INamespaceOrTypeSymbol>().SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));

    private static IEnumerable<string> KeysOf(ITypeSymbol type) => PartsOf(type).OfType<INamedTypeSymbol>().Select(KeyOf);

    /// <summary>The full name in metadata.</summary>
    private static string KeyOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? $"{KeyOf(outer)}+{type.MetadataName}"
        : type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space}.{type.MetadataName}"
        : type.MetadataName;
}
