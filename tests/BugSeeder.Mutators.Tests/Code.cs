using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace BugSeeder.Mutators.Tests;

/// <summary>Compiles text against the runtime's own assemblies.</summary>
internal static class Code
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpCompilationOptions Options =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999);

    public static SemanticModel Model(string text, string path = "Example.cs") => Model(SourceText.From(text), path);

    public static SemanticModel Model(SourceText text, string path = "Example.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview), path, TestContext.Current.CancellationToken);
        return Compilation([tree]).GetSemanticModel(tree);
    }

    public static CSharpCompilation Compilation(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create("Example", trees, References, Options);

    /// <summary>Errors and warnings, as <c>CS0219 message</c>; what is hidden or informational points at nothing.</summary>
    public static IReadOnlyList<string> Diagnostics(Compilation compilation, DiagnosticSeverity atLeast = DiagnosticSeverity.Warning) =>
    [
        .. compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity >= atLeast)
            .Select(diagnostic => $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"),
    ];

    public static IReadOnlyList<string> Diagnostics(string text, DiagnosticSeverity atLeast = DiagnosticSeverity.Warning) =>
        Diagnostics(Model(text).Compilation, atLeast);

    /// <summary>The whole text after each proposal for it, in their order.</summary>
    public static IReadOnlyList<string> Broken(string text, string? mutator = null) => Broken(SourceText.From(text), mutator);

    public static IReadOnlyList<string> Broken(SourceText text, string? mutator = null) =>
    [
        .. Proposals.In(Model(text), TestContext.Current.CancellationToken)
            .Where(proposal => mutator is null || proposal.Mutator == mutator)
            .Select(proposal => Planting.Apply(text, proposal.Replacements).ToString()),
    ];
}
