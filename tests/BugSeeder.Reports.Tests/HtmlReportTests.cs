using System.Xml.Linq;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class HtmlReportTests
{
    [Fact]
    public async Task The_page_is_well_formed_and_in_English()
    {
        var page = await Pages.Parsed(Sample.Report);

        page.Root!.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants("main").Count().ShouldBe(1);
        page.Descendants("title").Count().ShouldBe(1);
    }

    [Fact]
    public async Task The_answer_stands_first()
    {
        var page = await Pages.Parsed(Sample.Report);

        page.Descendants("h1").Single().Value.ShouldBe("No verdict on the spec.");
        page.Descendants("main").Single().Elements().First().Attribute("id")!.Value.ShouldBe("answer");
    }

    [Fact]
    public async Task Every_trial_is_on_the_page_and_every_link_leads_somewhere()
    {
        var page = await Pages.Parsed(Sample.Report);
        var text = page.Root!.Value;
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();

        foreach (var trial in Sample.Report.Trials)
            text.ShouldContain(trial.Observation.Trial.ToString());
        page.Descendants("details").Count(details => (string?)details.Attribute("class") == "trial").ShouldBe(Sample.Report.Trials.Count);
        ids.ShouldBeUnique();
        page.Descendants("a").Attributes("href").Select(href => href.Value[1..]).ShouldBeSubsetOf(ids);
    }

    [Fact]
    public async Task Every_figure_has_its_interval_and_its_n()
    {
        var page = await Pages.Parsed(Sample.Report);
        var figures = Pages.WithClass(page, "figure").Select(figure => figure.Value.Trim()).ToList();

        figures.Count.ShouldBeGreaterThan(60);
        figures.ShouldAllBe(figure => figure.EndsWith("not observable") || System.Text.RegularExpressions.Regex.IsMatch(figure, @"\[.+\], n \d+$"));
    }

    [Fact]
    public async Task Headings_never_skip_a_level()
    {
        var page = await Pages.Parsed(Sample.Report);
        var levels = page.Descendants().Where(element => element.Name.LocalName is ['h', >= '1' and <= '6']).Select(heading => heading.Name.LocalName[1] - '0').ToList();

        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_every_heading_cell_a_scope()
    {
        var page = await Pages.Parsed(Sample.Report);

        page.Descendants("table").ShouldAllBe(table => table.Element("caption") != null);
        page.Descendants("th").ShouldAllBe(cell => cell.Attribute("scope") != null);
    }

    [Fact]
    public async Task A_bug_is_shown_as_a_diff_with_what_changed_inside_the_line_marked()
    {
        var page = await Pages.Parsed(Sample.Report);
        var diff = page.Descendants("pre").First(pre => (string?)pre.Attribute("class") == "diff");

        diff.Value.ShouldContain("40-            if (inBlock > 0m)\n40+            if (inBlock >= 0m)\n");
        diff.Descendants("mark").Single().Value.ShouldBe("=");
    }

    [Fact]
    public async Task A_run_that_was_stopped_says_so_before_its_figures()
    {
        var page = await Pages.Parsed(Sample.Report with { Planned = 40 });

        Pages.WithClass(page, "notice").First().Value.ShouldContain("36 of 40 planned trials have finished");
    }

    [Fact]
    public async Task Cancelling_is_heard() =>
        await Should.ThrowAsync<OperationCanceledException>(() => HtmlReport.RenderAsync(Sample.Report, new CancellationToken(canceled: true)));
}
