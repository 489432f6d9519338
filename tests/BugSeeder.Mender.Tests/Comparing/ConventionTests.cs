using BugSeeder.Code;
using BugSeeder.Mender.Comparing;
using BugSeeder.Mender.Repairing;
using BugSeeder.Mender.Tests.Repairing;
using BugSeeder.Specs.Reading;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Mender.Tests.Comparing;

/// <summary>Every convention does with the examples of its card what the card says.</summary>
public sealed class ConventionTests
{
    public static TheoryData<string> Names => [.. ConventionCatalogue.All.Select(convention => convention.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Departing_code_is_found_and_mended_code_is_not(string name)
    {
        var card = Of(name).Card;

        Found(name, card.Spec, card.Departing).ShouldNotBeEmpty();
        Found(name, card.Spec, card.Agreeing).ShouldBeEmpty();
        Found(name, "# Other\n\n- **X-1** A bell must ring loud.", card.Departing).ShouldBeEmpty("no clause says it");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_only_looks_similar_is_left_alone(string name)
    {
        foreach (var code in Of(name).Card.LeftAlone)
            Found(name, Of(name).Card.Spec, code).ShouldBeEmpty(code);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Mended_code_is_known_to_be_mended(string name)
    {
        var card = Of(name).Card;
        var comparison = new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", card.Spec)]));
        var departing = PatternBench.File(card.Departing);

        IsMended(name, comparison, departing, card.Agreeing).ShouldBeTrue();
        IsMended(name, comparison, departing, card.Departing).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_proposes_mends(string name)
    {
        var card = Of(name).Card;
        var departing = PatternBench.File(card.Departing);
        var comparison = new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", card.Spec)]));
        foreach (var departure in comparison.Departures([departing], TestContext.Current.CancellationToken).Where(found => found.Convention == name && found.Proposals.Count > 0))
        {
            var text = departing.Trees["C.cs"].GetText(TestContext.Current.CancellationToken);
            departure.Proposals.Any(changes => IsMended(name, comparison, departing, text.WithChanges(changes).ToString()))
                .ShouldBeTrue(departure.What);
        }
    }

    [Theory]
    [InlineData("StatedRow")]
    [InlineData("StatedWord")]
    public void What_is_read_from_its_siblings_is_proposed(string name) =>
        Found(name, Of(name).Card.Spec, Of(name).Card.Departing).ShouldAllBe(departure => departure.Proposals.Count > 0);

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_words_ask_for_the_code(string name) =>
        new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", Of(name).Card.Spec)])).AsksForCode().ShouldBeTrue();

    [Fact]
    public void Wishes_that_name_nothing_ask_for_no_code_so_that_nothing_need_be_built() =>
        new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", "# Tolls\n\nWe need a library for tolls.\n\n- Lorries must be charged fairly.\n- It should be fast and not leak anything.")])).AsksForCode().ShouldBeFalse();

    /// <summary>Whether a search would take it for a step.</summary>
    private static bool IsMended(string name, CodeComparison comparison, ProjectCode departing, string code)
    {
        var readings = comparison.Departures([departing], TestContext.Current.CancellationToken).Where(found => found.Convention == name).ToList();
        return new Goals(new([], [], []) { Readings = readings }, comparison, [departing]).ReadIn(PatternBench.File(code), [new("C.cs", [])], TestContext.Current.CancellationToken) is { Count: > 0 };
    }

    private static Convention Of(string name) => ConventionCatalogue.All.First(convention => convention.Name == name);

    private static IReadOnlyList<CodeDeparture> Found(string name, string spec, string code)
    {
        var project = PatternBench.File(code);
        project.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return [.. new CodeComparison(SpecReader.Read("s", [KeyValuePair.Create("s.md", spec)])).Departures([project], TestContext.Current.CancellationToken).Where(found => found.Convention == name)];
    }
}
