using System.Text.RegularExpressions;
using System.Xml.Linq;
using BugSeeder.Model.Trials;
using BugSeeder.Reports.Tests.Samples;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed class HtmlSafetyTests
{
    [Fact]
    public async Task Nothing_is_loaded_from_anywhere()
    {
        var page = await Pages.Parsed(Sample.Report);
        string[] loading = ["src", "srcset", "poster", "data", "action", "formaction", "background"];

        page.Descendants().Attributes().Where(attribute => loading.Contains(attribute.Name.LocalName)).ShouldBeEmpty();
        page.Descendants().Attributes("href").ShouldAllBe(href => href.Value.StartsWith('#'));
        page.Descendants().ShouldAllBe(element => !new[] { "link", "img", "iframe", "object", "embed" }.Contains(element.Name.LocalName));
        page.Descendants("style").Single().Value.ShouldNotContain("url(");
        page.Descendants("style").Single().Value.ShouldNotContain("@import");
    }

    [Fact]
    public async Task Only_the_pages_own_script_may_run()
    {
        var page = await Pages.Parsed(Sample.Report);
        var script = page.Descendants("script").Single().Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(script)));

        page.Descendants("meta").Attributes("content").ShouldContain(content => content.Value.Contains($"script-src 'sha256-{hash}'"));
        page.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on"));
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_with_its_control_characters_made_visible()
    {
        var text = (await Pages.Parsed(Sample.Report)).Root!.Value;

        text.ShouldContain("<script>alert('owned')</script>");
        text.ShouldContain("red ⟨U+001B⟩]0;title⟨U+0007⟩ ⟨U+0000⟩ ⟨U+202E⟩desrever⟨U+202C⟩ zero⟨U+200B⟩width �");
        Regex.IsMatch(text, @"[\x00-\x08\x0B-\x1F\x7F-\x9F\u200B-\u200F\u202A-\u202E\u2066-\u2069]").ShouldBeFalse();
    }

    [Fact]
    public async Task Text_of_5_MB_is_cut_and_the_cut_is_stated()
    {
        var huge = string.Concat(Enumerable.Repeat("0123456789abcdef <b>\n", 250_000));
        var patch = "diff --git a/x.cs b/x.cs\n--- a/x.cs\n+++ b/x.cs\n@@ -0,0 +1,250000 @@\n" + huge.Replace("0123", "+0123");
        var trial = Sample.Report.Trials[0];
        trial = trial with { Patch = patch, Prompt = huge, Transcript = Transcript.OfText(huge) with { Entries = [new(EntryKind.Command, huge, huge, true)] } };
        trial = trial with { Observation = trial.Observation with { Claim = trial.Observation.Claim! with { Explanation = huge, File = huge } } };

        var page = await HtmlReport.RenderAsync(Sample.Report with { Trials = [trial, .. Sample.Report.Trials.Skip(1)] }, TestContext.Current.CancellationToken);

        page.Length.ShouldBeLessThan(1_200_000);
        page.ShouldContain("249,702 more lines are cut here");
        page.ShouldContain("characters cut");
    }

    [Fact]
    public async Task A_patch_that_is_no_patch_is_shown_all_the_same()
    {
        var trial = Sample.Report.Trials[0] with { Patch = "@@ -999999999999,1 +1 @@\nBinary files differ\n@@ -1 +1 @@\n*odd\n" };
        var page = await Pages.Parsed(Sample.Report with { Trials = [trial] });

        page.Root!.Value.ShouldContain("Binary files differ");
        page.Root!.Value.ShouldContain("*odd");
    }
}
