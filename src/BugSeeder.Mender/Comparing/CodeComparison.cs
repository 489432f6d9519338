using BugSeeder.Code;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Comparing;

/// <summary>Reads the code against the prose of a spec, convention by convention.</summary>
/// <param name="spec">The spec.</param>
internal sealed class CodeComparison(Spec spec)
{
    private readonly StatedSpec stated = StatedSpec.Of(spec);

    /// <summary>The departures, in the order of the spec's text; of one convention, clause and place one.</summary>
    public IReadOnlyList<CodeDeparture> Departures(IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken) => Departures(_ => true, products, cancellationToken);

    /// <summary>Whether any clause can be read against code at all: without one nothing need be built.</summary>
    public bool AsksForCode()
    {
        var none = new ProductCode([], CancellationToken.None);
        return ConventionCatalogue.All.Any(convention => convention.In(stated, none).Any() || none.WasAsked) || Refusals.AskForCode(stated);
    }

    /// <summary>Those that some of the conventions see.</summary>
    /// <param name="asked">Whether the convention of this name is asked.</param>
    /// <param name="products">The code.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public IReadOnlyList<CodeDeparture> Departures(Func<string, bool> asked, IReadOnlyList<ProjectCode> products, CancellationToken cancellationToken)
    {
        if (stated.Clauses.Count == 0)
            return [];
        var code = new ProductCode(products, cancellationToken);
        return [.. ConventionCatalogue.All.Where(convention => asked(convention.Name)).SelectMany(convention => convention.In(stated, code))
            .DistinctBy(found => (found.Key, found.Place.File, found.Place.Span))
            .OrderBy(found => found.Clause.Place.File, StringComparer.Ordinal).ThenBy(found => found.Clause.Place.Start).ThenBy(found => found.Place.File, StringComparer.Ordinal).ThenBy(found => found.Place.Span.Start)];
    }
}
