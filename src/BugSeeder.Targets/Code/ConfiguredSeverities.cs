using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BugSeeder.Code;

/// <summary>Severities from the target's .editorconfig and global configuration files.</summary>
internal sealed class ConfiguredSeverities(AnalyzerConfigSet configurations, IEnumerable<SyntaxTree> trees) : SyntaxTreeOptionsProvider
{
    private readonly Dictionary<string, AnalyzerConfigOptionsResult> options = trees.DistinctBy(tree => tree.FilePath).ToDictionary(tree => tree.FilePath, tree => configurations.GetOptionsForSourcePath(tree.FilePath), StringComparer.Ordinal);

    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
    {
        severity = ReportDiagnostic.Default;
        return options.TryGetValue(tree.FilePath, out var found) && found.TreeOptions.TryGetValue(diagnosticId, out severity);
    }

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        configurations.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
}

/// <summary>Options from the same files, for source generators.</summary>
internal sealed class ConfiguredOptions(AnalyzerConfigSet configurations) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions => new Options(configurations.GlobalConfigOptions.AnalyzerOptions);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => OptionsOf(tree.FilePath);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => OptionsOf(textFile.Path);

    private Options OptionsOf(string path) => new(configurations.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
