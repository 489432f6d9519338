using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>One identity for a test, whatever its framework reports: <c>Project::Namespace.Class.Method(arguments)</c>.</summary>
public static class TestName
{
    /// <summary>The identity of a reported result.</summary>
    /// <param name="project">The test assembly's name.</param>
    /// <param name="className">The reported class, which some frameworks follow by constructor arguments.</param>
    /// <param name="methodName">The reported method, which some frameworks follow by arguments.</param>
    /// <param name="displayName">What the result is shown as.</param>
    public static string Of(string project, string className, string methodName, string displayName)
    {
        var type = Before(className, '(');
        var method = Before(methodName.StartsWith(type + ".", StringComparison.Ordinal) ? methodName[(type.Length + 1)..] : methodName, '(').Trim();
        var full = $"{type}.{method}";
        var shown = displayName.StartsWith(full, StringComparison.Ordinal) ? displayName[full.Length..]
            : displayName.StartsWith(method, StringComparison.Ordinal) ? displayName[method.Length..]
            : $" [{displayName}]";
        var fixture = className.Length > type.Length ? $" [{className[type.Length..]}]" : "";
        return Written($"{project}::{full}{(shown.StartsWith('(') || shown.Length == 0 ? shown : " " + shown.Trim())}{fixture}");
    }

    /// <summary>The parts that point at source code.</summary>
    public static (string Project, string Class, string Method) Parts(string test)
    {
        var split = test.Split("::", 2);
        var full = Before(Before(split[1], '('), ' ');
        var dot = full.LastIndexOf('.');
        return (split[0], full[..Math.Max(dot, 0)], full[(dot + 1)..]);
    }

    /// <summary>Several results of one identity count as one: it failed if any failed, and passed only if one passed and none failed.</summary>
    public static TestOutcome Merge(TestOutcome first, TestOutcome second) =>
        first == TestOutcome.Failed || second == TestOutcome.Failed ? TestOutcome.Failed
        : first == TestOutcome.Passed || second == TestOutcome.Passed ? TestOutcome.Passed
        : TestOutcome.Skipped;

    /// <summary>Results files are XML, in which VSTest writes as an escape what XML 1.0 does not know, and every half of a surrogate pair: so it is written everywhere.</summary>
    private static string Written(string name) => name.Any(IsEscaped) ? string.Concat(name.Select(letter => IsEscaped(letter) ? $@"\u{(int)letter:x4}" : letter.ToString())) : name;

    private static bool IsEscaped(char letter) => letter is < ' ' and not ('\t' or '\n' or '\r') or >= '\uD800' and <= '\uDFFF' or > '\uFFFD';

    private static string Before(string text, char letter) => text.IndexOf(letter, StringComparison.Ordinal) is var index and >= 0 ? text[..index] : text;
}
