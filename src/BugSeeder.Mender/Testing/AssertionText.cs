using BugSeeder.Mender.Checking;
using BugSeeder.Model.Specs;

namespace BugSeeder.Mender.Testing;

/// <summary>Writes what an example states as an assertion of a framework, as people write it.</summary>
internal static class AssertionText
{
    /// <summary>The assertion, in the forms to try, the usual one first.</summary>
    public static IEnumerable<string> Of(SpecExample example, TestFrameworkKind framework)
    {
        var (actual, expected) = (example.Expression.Trim(), Expected(example.Outcome));
        if (example.Throws)
            return Throwing(actual, example.Outcome.Split(':', ' ', ',')[0].Trim('`', '.', ';'), framework);
        var equal = framework switch
        {
            TestFrameworkKind.Xunit => $"Assert.Equal({expected}, {actual});",
            TestFrameworkKind.NUnit => $"Assert.That({actual}, Is.EqualTo({expected}));",
            TestFrameworkKind.MSTest => $"Assert.AreEqual({expected}, {actual});",
            _ => throw new InvalidOperationException($"No such framework: {framework}"),
        };
        return (expected, framework) switch
        {
            ("true", TestFrameworkKind.NUnit) => [$"Assert.That({actual}, Is.True);"],
            ("false", TestFrameworkKind.NUnit) => [$"Assert.That({actual}, Is.False);"],
            ("null", TestFrameworkKind.NUnit) => [$"Assert.That({actual}, Is.Null);"],
            ("true", _) => [$"Assert.True({actual});", $"Assert.IsTrue({actual});"],
            ("false", _) => [$"Assert.False({actual});", $"Assert.IsFalse({actual});"],
            ("null", _) => [$"Assert.Null({actual});", $"Assert.IsNull({actual});"],
            _ => [equal],
        };
    }

    private static string[] Throwing(string actual, string exception, TestFrameworkKind framework) => framework switch
    {
        TestFrameworkKind.Xunit => [$"Assert.ThrowsAny<{exception}>(() => {actual});"],
        TestFrameworkKind.NUnit => [$"Assert.That(() => {actual}, Throws.InstanceOf<{exception}>());"],
        TestFrameworkKind.MSTest => [$"Assert.Throws<{exception}>(() => {actual});", $"Assert.ThrowsException<{exception}>(() => {actual});"],
        _ => throw new InvalidOperationException($"No such framework: {framework}"),
    };

    /// <summary>A collection expression has no type of its own where any value is taken.</summary>
    private static string Expected(string outcome) => outcome.StartsWith('[') && outcome.EndsWith(']') && outcome.Length > 2 ? $"new[] {{ {outcome[1..^1]} }}" : outcome;
}
