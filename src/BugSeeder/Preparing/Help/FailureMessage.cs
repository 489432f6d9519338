using System.Text.RegularExpressions;

namespace BugSeeder.Preparing.Help;

/// <summary>What a failed assertion says: the value that was expected and the one that came.</summary>
/// <param name="Expected">What was expected; <see langword="null"/> when the message does not say.</param>
/// <param name="Actual">What came instead.</param>
/// <param name="Stopped">Whether it ended with an error that nobody expected.</param>
internal sealed partial record FailureMessage(string? Expected, string? Actual, bool Stopped)
{
    private const int Longest = 160;

    /// <summary>Reads the forms of xunit, NUnit, MSTest, Shouldly and FluentAssertions.</summary>
    public static FailureMessage Read(string message)
    {
        foreach (var form in (Regex[])[Lines(), ButWas(), Angles(), ShouldBe(), Found()])
        {
            if (form.Match(message) is { Success: true } match)
                return new(Plain(match.Groups["expected"].Value), Plain(match.Groups["actual"].Value), false);
        }

        return new(null, null, Thrown().IsMatch(message));
    }

    /// <summary>A value in a user's eyes: names of types in front of it are code.</summary>
    private static string? Plain(string value)
    {
        var plain = TypeName().Replace(value.Trim().TrimEnd('.'), "").ReplaceLineEndings(" ");
        plain = plain.Length > Longest ? plain[..Longest] + " …" : plain;
        return plain.Length == 0 || Code().IsMatch(plain) ? null : plain;
    }

    [GeneratedRegex(@"Expected:\s*(?<expected>[^\r\n]*)\r?\n(?:[^\r\n]*\r?\n){0,3}?\s*Actual:\s*(?<actual>[^\r\n]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Lines();

    [GeneratedRegex(@"Expected:\s*(?<expected>[^\r\n]*)\r?\n\s*But was:\s*(?<actual>[^\r\n]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex ButWas();

    [GeneratedRegex(@"Expected:<(?<expected>.*?)>\.\s*Actual:<(?<actual>.*?)>", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Angles();

    [GeneratedRegex(@"should be\s+(?<expected>[^\r\n]+)\r?\n?\s*but was\s+(?<actual>[^\r\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ShouldBe();

    [GeneratedRegex(@"to be (?:equal to )?(?<expected>.+?)(?: because .+?)?, but (?:it was|found) (?<actual>[^\r\n]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Found();

    [GeneratedRegex(@"^\s*([\w.+`]+Exception\b|.*threw an? (unhandled )?exception|.*\bthrew\b)", RegexOptions.ExplicitCapture)]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\b[A-Z]\w*(\.\w+)*\s+(?=\{)|^(typeof)\(|(?<=^\[?)[A-Z]\w*(\.\w+)+(?=:\s)", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();

    /// <summary>A type's name, a call or a namespace is nothing that a user sees.</summary>
    [GeneratedRegex(@"typeof\(|\w+Exception\b|^[\w]+(\.[A-Z]\w+)+$|\w\(\)|=>", RegexOptions.ExplicitCapture)]
    private static partial Regex Code();
}
