using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace BugSeeder.Code;

/// <summary>The analyzers that a project's own build runs, with what it tells them.</summary>
/// <param name="Analyzers">The analyzers and suppressors.</param>
/// <param name="Options">Additional files and configuration.</param>
internal sealed record TargetAnalyzers(ImmutableArray<DiagnosticAnalyzer> Analyzers, AnalyzerOptions Options)
{
    /// <summary>A project without analyzers.</summary>
    public static TargetAnalyzers None { get; } = new([], new([]));

    /// <summary>The first error that they find in a file; where the project takes warnings for errors, they are.</summary>
    public async Task<Diagnostic?> FirstErrorAsync(CSharpCompilation compilation, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Analyzers.IsEmpty)
            return null;
        var analyzing = compilation.WithAnalyzers(Analyzers, Options);
        var found = await analyzing.GetAnalyzerSyntaxDiagnosticsAsync(tree, cancellationToken);
        found = found.AddRange(await analyzing.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellationToken));
        return found.FirstOrDefault(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false });
    }
}
