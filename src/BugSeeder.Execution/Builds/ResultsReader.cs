using System.Xml;
using System.Xml.Linq;
using BugSeeder.Model.Targets;

namespace BugSeeder.Execution.Builds;

/// <summary>Reads results files: TRX, and xunit's own XML.</summary>
internal static class ResultsReader
{
    /// <summary>One reported result.</summary>
    public sealed record Result(string Test, TestOutcome Outcome, string Message);

    /// <summary>What a results file says, and whether its runner came to its own end.</summary>
    public sealed record Results(IReadOnlyList<Result> All, bool IsWhole);

    /// <summary>Reads a TRX file, as VSTest and Microsoft.Testing.Platform write it.</summary>
    public static Results? ReadTrx(string file, string project)
    {
        if (Load(file) is not { Root: { } root })
            return null;
        var names = root.Name.Namespace;
        var methods = root.Descendants(names + "UnitTest")
            .Select(test => (Id: (string?)test.Attribute("id"), Method: test.Element(names + "TestMethod")))
            .Where(test => test is { Id: not null, Method: not null })
            .DistinctBy(test => test.Id)
            .ToDictionary(test => test.Id!, test => test.Method!, StringComparer.Ordinal);
        var results = root.Descendants(names + "UnitTestResult").Select(result =>
        {
            var shown = (string?)result.Attribute("testName") ?? "";
            var method = methods.GetValueOrDefault((string?)result.Attribute("testId") ?? "");
            var name = TestName.Of(project, ClassOf(method), (string?)method?.Attribute("name") ?? shown, shown);
            return new Result(name, OutcomeOf((string?)result.Attribute("outcome")), (string?)result.Descendants(names + "Message").FirstOrDefault() ?? "");
        }).ToList();
        // Rows of a data-driven test can stand inside of a result that only sums them up.
        var aborted = root.Descendants(names + "RunInfo").Any(info => (string?)info.Attribute("outcome") == "Error" && ((string?)info.Element(names + "Text") ?? "").Contains("abort", StringComparison.OrdinalIgnoreCase));
        return new(results, !aborted);
    }

    /// <summary>Reads the XML of xunit.v3's own runner.</summary>
    public static Results? ReadXunit(string file, string project)
    {
        if (Load(file) is not { Root: { } root })
            return null;
        var results = root.Descendants("test").Select(test => new Result(
            TestName.Of(project, ((string?)test.Attribute("type") ?? "").Replace('/', '+'), (string?)test.Attribute("method") ?? "", (string?)test.Attribute("name") ?? ""),
            OutcomeOf((string?)test.Attribute("result")),
            (string?)test.Descendants("message").FirstOrDefault() ?? "")).ToList();
        return new(results, root.Descendants("assembly").Any() && !root.Descendants("error").Any());
    }

    /// <summary>VSTest writes the class with its assembly for some adapters.</summary>
    private static string ClassOf(XElement? method) => ((string?)method?.Attribute("className") ?? "").Split(',')[0].Trim();

    private static TestOutcome OutcomeOf(string? outcome) => outcome switch
    {
        "Passed" or "Pass" => TestOutcome.Passed,
        "NotExecuted" or "Skip" or "NotRun" or "Inconclusive" or "Pending" => TestOutcome.Skipped,
        _ => TestOutcome.Failed,
    };

    private static XDocument? Load(string file)
    {
        if (!File.Exists(file))
            return null;
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit });
            return XDocument.Load(reader);
        }
        catch (XmlException)
        {
            // The runner ended while it wrote.
            return null;
        }
    }
}
