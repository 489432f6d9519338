using System.Xml.Linq;
using BugSeeder.Model.Runs;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class SpecPageTests
{
    private static readonly RunReport Report = Sample.Report with { Specs = [SampleSpec.Reading] };

    [Fact]
    public async Task Every_section_has_its_label_its_bugs_and_its_findings_beside_its_text()
    {
        var page = await Pages.Parsed(Report);
        var parts = Pages.WithClass(page, "part").ToList();

        parts.Select(part => ((string)part.Attribute("class")!).Split(' ')[^1]).ShouldBe(["Caught", "Caught", "NeverExercised"]);
        var proration = parts[1].Value;
        proration.ShouldContain("A month must have 30 days.");
        proration.ShouldContain("caught 3 of 5");
        proration.ShouldContain("vague-term");
        proration.ShouldContain("b05-5be817");
        proration.ShouldNotContain("Halves must be rounded");
        parts[2].Descendants("code").Select(code => code.Value.Trim()).ShouldContain("Rounding.Line(2.345m) // => 2.35m");
    }

    [Fact]
    public async Task Advice_and_blind_spots_are_there()
    {
        var text = (await Pages.Parsed(Report)).Root!.Value;

        text.ShouldContain("What to write next");
        text.ShouldContain("`BillingWindow.Days` must");
        text.ShouldContain("Tariff.Proration.Yearly");
        text.ShouldContain("1 bug without a clause");
    }

    [Fact]
    public async Task A_specs_text_loads_nothing_runs_nothing_and_leads_nowhere()
    {
        var page = await Pages.Parsed(Report);
        var spec = Pages.WithClass(page, "spec").Single();

        spec.Value.ShouldContain("<script>alert('spec')</script>");
        spec.Descendants("script").ShouldBeEmpty();
        spec.Descendants("img").ShouldBeEmpty();
        spec.Descendants("a").Attributes("href").ShouldAllBe(href => href.Value.StartsWith('#'));
        spec.Value.ShouldContain("'<b>soon</b>' can mean anything.");
    }

    [Fact]
    public async Task What_leaving_a_section_out_showed_stands_at_the_section_and_in_a_table()
    {
        var page = await Pages.Parsed(Report with { Specs = [SampleSpec.LeftOut] });

        Pages.WithClass(page, "effect").Select(label => label.Value).ShouldBe(["left out: helps", "left out: redundant"]);
        var text = Pages.WithClass(page, "spec").Single().Value;
        text.ShouldContain("helps: +42 points [+12 to +61], 5 bugs linked");
        text.ShouldContain("the same as “Proration”");
        text.ShouldContain("80 of 96 trials on 6 bugs");
        text.ShouldContain("quotes the values of the hidden test of 1 of 6 bugs");
    }

    [Fact]
    public async Task Bugs_of_the_sealed_half_are_nowhere_on_the_page()
    {
        var closed = SampleBugs.All.Take(3).Select(bug => bug.Bug).ToList();
        var report = Report with { Sealed = closed.Select(bug => bug.Id).ToHashSet(StringComparer.Ordinal), Specs = [SampleSpec.LeftOut with { Advice = [] }] };

        var page = (await Pages.Parsed(report)).ToString();

        foreach (var bug in closed)
            page.ShouldNotContain(bug.Id);
        page.ShouldContain("3 bugs of 6 are of the bank’s sealed half");
        page.ShouldContain("caught 3 of 5");
        MarkdownReport.Render(report).ShouldNotContain(closed[0].Id);
        TextSummary.Render(report).ShouldNotContain(closed[0].Id);
    }

    [Fact]
    public async Task A_run_that_did_not_study_its_specs_has_no_such_part() =>
        Pages.WithClass(await Pages.Parsed(Sample.Report), "spec").ShouldBeEmpty();
}
