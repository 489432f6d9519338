using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.TestHost.Frameworks;

/// <summary>NUnit through the controller that its engine talks to: strings in and out, so reflection is all that is needed and any version will do.</summary>
internal sealed class NUnitFramework : IHostedFramework
{
    private readonly object controller;
    private readonly MethodInfo runTests;
    private readonly MethodInfo stopRun;
    private readonly List<string> ids = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public NUnitFramework(string testAssembly, bool sideBySide)
    {
        var assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(testAssembly);
        var type = AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName("nunit.framework")).GetType("NUnit.Framework.Api.FrameworkController", throwOnError: true)!;
        var settings = new Dictionary<string, object>(StringComparer.Ordinal) { ["WorkDirectory"] = Path.GetDirectoryName(testAssembly)! };
        // What several threads report is lost unless it waits in a queue; of one thread it is heard at once, so that the time of each test is its own.
        if (!sideBySide)
            (settings["NumberOfTestWorkers"], settings["SynchronousEvents"]) = (0, true);
        controller = Activator.CreateInstance(type, assembly, "h", settings)!;
        runTests = type.GetMethod("RunTests", [typeof(Action<string>), typeof(string)])!;
        stopRun = type.GetMethod("StopRun", [typeof(bool)])!;
        type.GetMethod("LoadTests", Type.EmptyTypes)!.Invoke(controller, null);
        var tree = XElement.Parse((string)type.GetMethod("ExploreTests", [typeof(string)])!.Invoke(controller, ["<filter/>"])!);
        var tests = new List<HostedTest>();
        foreach (var test in tree.Descendants("test-case"))
        {
            var id = (string)test.Attribute("id")!;
            numbers[id] = ids.Count;
            ids.Add(id);
            tests.Add(new((string?)test.Attribute("classname") ?? "", MethodOf(test), (string)test.Attribute("name")!));
        }

        Tests = tests;
    }

    public IReadOnlyList<HostedTest> Tests { get; }

    public void Run(IReadOnlyList<int>? tests, ResultLog log)
    {
        var (stopping, reported) = (false, 0);
        Action<string> heard = text =>
        {
            if (!text.StartsWith("<test-case", StringComparison.Ordinal))
                return;
            Interlocked.Increment(ref reported);
            var result = XElement.Parse(text);
            if (!numbers.TryGetValue((string)result.Attribute("id")!, out var number))
                return;
            var outcome = OutcomeOf((string?)result.Attribute("result"));
            if (!log.Add(number, "", outcome, outcome == HostedOutcome.Failed ? MessageOf(result) : "") && !stopping)
            {
                stopping = true;
                stopRun.Invoke(controller, [false]);
            }
        };
        var summary = (string)runTests.Invoke(controller, [heard, FilterOf(tests)])!;
        if (!stopping && CountIn(summary) is var count && count > reported)
            throw new InvalidOperationException($"NUnit ran {count} tests and reported {reported}.");
        // A clean-up that fails fails the suite, and no test.
        if (!stopping && summary.Contains("site=\"TearDown\"", StringComparison.Ordinal))
            log.Add(-1, "", HostedOutcome.Failed, "a one-time tear-down failed");
    }

    /// <summary>How many tests were run, by the first element; the rest is long.</summary>
    private static int CountIn(string summary)
    {
        using var reader = XmlReader.Create(new StringReader(summary));
        reader.MoveToContent();
        return int.Parse(reader.GetAttribute("total")!, CultureInfo.InvariantCulture);
    }

    /// <summary>The name of its method, or, as in the results of a real run, the one that it was given in its place.</summary>
    private static string MethodOf(XElement test)
    {
        var (type, method, full) = ((string?)test.Attribute("classname") ?? "", (string?)test.Attribute("methodname") ?? "", (string?)test.Attribute("fullname") ?? "");
        return full.StartsWith(type + ".", StringComparison.Ordinal) && !full.AsSpan(type.Length + 1).StartsWith(method) ? full[(type.Length + 1)..] : method;
    }

    private string FilterOf(IReadOnlyList<int>? tests)
    {
        if (tests is null)
            return "<filter/>";
        var filter = new StringBuilder("<filter><or>");
        foreach (var number in tests)
            filter.Append("<id>").Append(ids[number]).Append("</id>");
        return filter.Append("</or></filter>").ToString();
    }

    /// <summary>Inconclusive is no failure for <c>dotnet test</c> either.</summary>
    private static HostedOutcome OutcomeOf(string? result) => result switch
    {
        "Passed" or "Warning" => HostedOutcome.Passed,
        "Failed" => HostedOutcome.Failed,
        _ => HostedOutcome.Skipped,
    };

    private static string MessageOf(XElement result) => (string?)result.Element("failure")?.Element("message") ?? (string?)result.Attribute("label") ?? "";
}
