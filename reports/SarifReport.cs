using BugSeeder.Model.Specs;
using BugSeeder.Model.Text;

namespace BugSeeder.Reports;

/// <summary>Findings of <c>spec check</c> as SARIF 2.1.0, which code hosts show beside the text (OASIS, Static Analysis Results Interchange Format, 2020).</summary>
public static class SarifReport
{
    /// <summary>The whole log.</summary>
    /// <param name="results">What was found in each spec.</param>
    /// <param name="rules">All rules.</param>
    /// <param name="toolVersion">The version of BugSeeder.</param>
    public static string Render(IReadOnlyList<SpecCheckResult> results, IReadOnlyList<SpecRuleInfo> rules, string toolVersion) => Model.Text.Json.ToText(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new[]
        {
            new
            {
                Tool = new
                {
                    Driver = new
                    {
                        Name = "BugSeeder",
                        SemanticVersion = toolVersion,
                        Rules = rules.Select(rule => new
                        {
                            rule.Id,
                            ShortDescription = new { Text = rule.Wrong },
                            FullDescription = new { Text = $"{rule.Wrong} {rule.Why}" },
                            DefaultConfiguration = new { Level = LevelOf(rule.Severity) },
                        }),
                    },
                },
                ColumnKind = "utf16CodeUnits",
                Results = results.SelectMany(result => result.Findings).Select(finding => new
                {
                    RuleId = finding.Rule,
                    RuleIndex = rules.ToList().FindIndex(rule => rule.Id == finding.Rule),
                    Level = LevelOf(finding.Severity),
                    Message = new { Text = $"{finding.Message} {finding.Remedy}" },
                    Locations = new[]
                    {
                        new
                        {
                            PhysicalLocation = new
                            {
                                ArtifactLocation = new { Uri = string.Join('/', finding.Place.File.Split('/').Select(Uri.EscapeDataString)) },
                                Region = new { StartLine = finding.Place.Line, StartColumn = finding.Place.Column, finding.Place.EndLine, CharOffset = finding.Place.Start, CharLength = finding.Place.Length },
                            },
                        },
                    },
                    PartialFingerprints = new Dictionary<string, string>(StringComparer.Ordinal) { ["clause/v1"] = StableHash.Of(finding.Rule, finding.Clause ?? finding.Section, finding.Message)[..16] },
                }),
            },
        },
    });

    private static string LevelOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Off => "none",
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
        FindingSeverity.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "No such severity."),
    };
}
