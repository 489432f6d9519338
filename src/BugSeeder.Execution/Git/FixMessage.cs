using System.Text.RegularExpressions;

namespace BugSeeder.Execution.Git;

/// <summary>Tells by its message whether a commit says that it mends something.</summary>
internal static partial class FixMessage
{
    /// <summary>Whether a message says so, in the words that people use for it. The diff, and in the end the tests, decide whether it is true.</summary>
    public static bool Says(string message) =>
        !message.StartsWith("Revert \"", StringComparison.Ordinal) && Words().IsMatch(message);

    [GeneratedRegex(
        """
        \b(
            (hot|bug)?fix(e[sd]|ing)? | bugs? | defects? | faults? | regress(ion|ions|ed|es)
          | incorrect(ly)? | wrong(ly)? | broken | corrects? | corrected | mistakes? | mistakenly
          | crash(e[sd])? | deadlocks? | leaks?(ed|ing)? | race\ condition | off[- ]by[- ]one | overflows?
          | (close[sd]?|resolve[sd]?|issue|gh)\s*[-:]?\s*\#?\d+
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Words();
}
