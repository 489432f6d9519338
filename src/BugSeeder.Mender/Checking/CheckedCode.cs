using BugSeeder.Code;
using BugSeeder.Mender.Reading;

namespace BugSeeder.Mender.Checking;

/// <summary>The code of a workspace with the checks as tests in its test projects.</summary>
/// <param name="Code">The code.</param>
/// <param name="Changed">The test projects that checks or shown tests were added to.</param>
/// <param name="Checks">The checks that compile, by number.</param>
/// <param name="Refused">The others, with what the compiler says.</param>
/// <param name="Shown">The tests that the prompt shows and that could be put back.</param>
internal sealed record CheckedCode(
    TargetCode Code,
    IReadOnlyList<ProjectCode> Changed,
    IReadOnlyDictionary<int, Check> Checks,
    IReadOnlyList<(Check Check, string Reason)> Refused,
    IReadOnlyList<PlacedTest> Shown)
{
    /// <summary>The check that a test class stands for; <see langword="null"/> where it is a test of the workspace.</summary>
    public Check? Of(string testClass) =>
        testClass.StartsWith(CheckFile.ClassPrefix, StringComparison.Ordinal) && int.TryParse(testClass.AsSpan(CheckFile.ClassPrefix.Length), System.Globalization.CultureInfo.InvariantCulture, out var number) ? Checks.GetValueOrDefault(number) : null;
}

/// <summary>A test that the prompt shows, with the file it was put into.</summary>
/// <param name="Test">The test.</param>
/// <param name="File">The file, relative to the workspace.</param>
/// <param name="Text">The file's text with the test in it.</param>
internal sealed record PlacedTest(ShownTest Test, string File, string Text);
