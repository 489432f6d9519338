using BugSeeder.Model.Specs;
using BugSeeder.Scoring;
using BugSeeder.Tests.Specs;

namespace BugSeeder.Tests.Scoring;

public sealed class CitationTests
{
    private const string Text = "# Shop\n\n## 4.2 Public holidays\n\n- **HOL-03** A holiday on a Sunday must be kept on the following Monday.\n- **HOL-04** Labour Day must never move.\n\n## Rounding\n\nHalves must be rounded away from zero, always and everywhere.\n";

    [Theory]
    [InlineData("HOL-03", true)]
    [InlineData("section 4.2, hol-03: Sunday", true)]
    [InlineData("HOL-04", false)]
    [InlineData("HOL-030", false)]
    [InlineData("4.2 Public holidays", true)]
    [InlineData("Public Holidays", true)]
    [InlineData("A holiday on a Sunday must be kept on the following Monday", true)]
    [InlineData("Halves must be rounded away from zero", false)]
    [InlineData("the holiday", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void What_is_cited_is_the_linked_clause_or_not(string? cited, bool expected) =>
        Citation.Of(cited, Study("HOL-03"), "b01").IsYes.ShouldBe(expected);

    [Fact]
    public void A_clause_without_an_identifier_is_cited_in_its_words()
    {
        var spec = CheckedSamples.Spec(Text);

        Citation.Of("halves are rounded away from zero everywhere", Study(spec.AllClauses.Last().Id), "b01").IsYes.ShouldBeTrue();
    }

    [Fact]
    public void Where_no_clause_is_linked_there_is_nothing_to_cite() => Citation.Of("HOL-03", Study("HOL-03"), "b02").Value.ShouldBeNull();

    private static SpecStudy Study(string clause)
    {
        var spec = CheckedSamples.Spec(Text);
        var link = new Link(clause, spec.SectionOf(clause).Id, "b01", 0.9, [new(TraceTier.Value, 0.9, "made")]);
        return new(1, "spec", spec, new(1, "0", spec.Hash, "", "", [], [], [BugTrace.Of("b01", [link])], []), new("spec", 3, [], new Dictionary<string, string>()));
    }
}
