using BugSeeder.Code;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Comparing;

/// <summary>Reads the code against the prose of a spec, convention by convention.</summary>
/// <param name="spec">The spec.</param>
internal sealed class CodeComparison(Spec spec)
{
    private readonly StatedSpec stated = StatedSpec.Of(spec);

    /// <summary>The departures, in the order of the spec's text; of one convention, clause and place one.</summary>
    public IReadOnlyList<CodeDeparture> Departures(IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken) => Departures(ConventionCatalogue.All, products, cancellationToken);

    /// <summary>Whether any clause can be read against code at all: without one nothing need be built.</summary>
    public bool AsksForCode()
    {
        var none = new ProductCode([], CancellationToken.None);
        return ConventionCatalogue.All.Any(convention => convention.In(stated, none).Any() || none.WasAsked) || Refusals.AskForCode(stated);
    }

    /// <summary>Whether patched code agrees where the code departed: the convention sees it no more, or in fewer places than before, and sees nothing that it did not see.</summary>
    /// <param name="departure">The departure.</param>
    /// <param name="before">The products without the patch.</param>
    /// <param name="after">The products with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public bool IsMended(CodeDeparture departure, IReadOnlyList<ProjectCode> before, IReadOnlyList<ProjectCode> after, CancellationToken cancellationToken)
    {
        var own = ConventionCatalogue.All.Where(convention => convention.Name == departure.Convention).ToList();
        return Departures(own, after, cancellationToken).Count(found => found.Key == departure.Key) < Departures(own, before, cancellationToken).Count(found => found.Key == departure.Key);
    }

    private List<CodeDeparture> Departures(IReadOnlyList<Convention> conventions, IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken)
    {
        if (stated.Clauses.Count == 0)
            return [];
        var code = new ProductCode(products, cancellationToken);
        return [.. conventions.SelectMany(convention => convention.In(stated, code))
            .DistinctBy(found => (found.Key, found.Place.File, found.Place.Span))
            .OrderBy(found => found.Clause.Place.File, StringComparer.Ordinal).ThenBy(found => found.Clause.Place.Start).ThenBy(found => found.Place.File, StringComparer.Ordinal).ThenBy(found => found.Place.Span.Start)];
    }
}
