namespace BugSeeder.Model.Specs;

/// <summary>Which sections of a spec are left out one against the other: they never contain each other, so that what one does is not also what another does.</summary>
public static class SectionUnits
{
    /// <summary>The sections of the first level of each file that has more than one of them; of a file that never divides, its innermost one.</summary>
    /// <param name="spec">The spec.</param>
    public static IReadOnlyList<Section> Of(Spec spec) =>
        [.. spec.Sections.GroupBy(static section => section.Place.File, StringComparer.Ordinal).SelectMany(static file => Divided([.. file]))];

    /// <summary>The named sections, in the order of the spec; where none is named, all of them.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="named">Ids of sections. Those that the spec does not have are passed over.</param>
    /// <exception cref="UserError">One of them stands in another.</exception>
    public static IReadOnlyList<Section> Of(Spec spec, IReadOnlyList<string> named)
    {
        if (named.Count == 0)
            return Of(spec);
        IReadOnlyList<Section> chosen = [.. spec.AllSections.Where(section => named.Contains(section.Id, StringComparer.OrdinalIgnoreCase))];
        var nested = chosen.FirstOrDefault(section => chosen.Any(outer => outer != section && outer.WithInner.Contains(section)));
        return nested is null ? chosen : throw new UserError($"The section '{nested.Id}' stands in another that is to be left out too.", "Name sections of which none contains another.");
    }

    private static IEnumerable<Section> Divided(IReadOnlyList<Section> sections)
    {
        IReadOnlyList<Section> saying = [.. sections.Where(static section => section.AllClauses.Any())];
        return saying is [var only] && only.Sections.Any(static inner => inner.AllClauses.Any()) ? Divided(only.Sections) : saying;
    }
}
