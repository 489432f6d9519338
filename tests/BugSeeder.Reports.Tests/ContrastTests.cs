using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace BugSeeder.Reports.Tests;

public sealed partial class ContrastTests
{
    [Theory]
    [InlineData("ink", "paper", "panel", "sunken", "warn-paper", "added", "added-mark", "removed", "removed-mark")]
    [InlineData("quiet", "paper", "panel", "sunken", "warn-paper", "added", "removed")]
    [InlineData("accent", "paper", "panel")]
    [InlineData("good", "added")]
    [InlineData("bad", "paper", "panel", "removed")]
    [InlineData("warn", "warn-paper")]
    public void Text_stands_out_from_its_background_by_4_5_to_1_in_light_and_dark(string text, params string[] backgrounds)
    {
        var colours = Colour().Matches(EmbeddedText.Of("page.css")).ToDictionary(match => match.Groups["name"].Value, match => (Light: match.Groups["light"].Value, Dark: match.Groups["dark"].Value));

        foreach (var background in backgrounds)
        {
            Contrast(colours[text].Light, colours[background].Light).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {background}, light");
            Contrast(colours[text].Dark, colours[background].Dark).ShouldBeGreaterThanOrEqualTo(4.5, $"{text} on {background}, dark");
        }
    }

    // WCAG 2.2, "relative luminance" and "contrast ratio".
    private static double Contrast(string one, string other)
    {
        double[] luminances = [Luminance(one), Luminance(other)];
        return (luminances.Max() + 0.05) / (luminances.Min() + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 0)) + (0.7152 * Channel(hex, 2)) + (0.0722 * Channel(hex, 4));

    private static double Channel(string hex, int at)
    {
        var share = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex("--(?<name>[a-z-]+): light-dark\\(#(?<light>[0-9a-f]{6}), #(?<dark>[0-9a-f]{6})\\)")]
    private static partial Regex Colour();
}
