using System.Text.RegularExpressions;
using System.Xml.Linq;
using BugSeeder.Model.Runs;
using Xunit;

namespace BugSeeder.Reports.Tests;

/// <summary>The page as a tree. It is read as XML, which forgives nothing that a browser would, once void elements are closed.</summary>
internal static partial class Pages
{
    public static async Task<XDocument> Parsed(RunReport report) =>
        XDocument.Parse(VoidElement().Replace(await HtmlReport.RenderAsync(report, TestContext.Current.CancellationToken), "<$1/>"), LoadOptions.PreserveWhitespace);

    public static IEnumerable<XElement> WithClass(XDocument page, string name) =>
        page.Descendants().Where(element => ((string?)element.Attribute("class"))?.Split(' ').Contains(name) == true && element.Name.LocalName != "svg");

    [GeneratedRegex("<((?:meta|br)(?: [^<>]*)?)(?<!/)>")]
    private static partial Regex VoidElement();
}
