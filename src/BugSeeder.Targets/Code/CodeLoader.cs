using BugSeeder.Execution;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Code;

/// <summary>Makes compilations of a built target with the arguments that its own build gives to the compiler.</summary>
/// <param name="settings">How the target is built.</param>
/// <param name="folder">The target, restored and built.</param>
/// <param name="tree">The same as a tree.</param>
internal sealed class CodeLoader(TargetSettings settings, string folder, SourceTree tree)
{
    /// <summary>Loads the product and test projects.</summary>
    public async Task<TargetCode> LoadAsync(TargetLayout layout, CancellationToken cancellationToken)
    {
        var products = new ProjectCode[layout.Products.Count];
        var tests = layout.Tests.Where(test => test.Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase)).ToList();
        var testCode = new ProjectCode[tests.Count];
        await Parallel.ForAsync(0, products.Length + tests.Count, cancellationToken, async (index, token) =>
        {
            if (index < products.Length && layout.Products[index] is var product)
                products[index] = await LoadAsync(product.Path, product.IsMultiTargeted ? product.Framework : null, product.Compiler, token);
            else if (tests[index - products.Length] is var test)
                testCode[index - products.Length] = await LoadAsync(test.Path, test.IsMultiTargeted ? test.Framework : null, test.Compiler, token);
        });
        return new(products, testCode);
    }

    private async Task<ProjectCode> LoadAsync(string project, string? framework, CompilerCall? call, CancellationToken cancellationToken)
    {
        var projectFolder = Path.GetDirectoryName(Path.Combine(folder, project))!;
        var arguments = call?.In(folder) ?? await AskAsync(project, framework, cancellationToken);
        using var phase = Phases.Start("parse and generate");
        var parsed = CSharpCommandLineParser.Default.Parse(arguments, projectFolder, sdkDirectory: null);
        var trees = new List<SyntaxTree>();
        var own = new Dictionary<string, SyntaxTree>(StringComparer.Ordinal);
        foreach (var source in parsed.SourceFiles)
        {
            var relative = Named(Path.GetRelativePath(folder, source.Path).Replace('\\', '/'));
            var syntax = Parse(Path.Combine(folder, relative), relative, parsed, cancellationToken);
            trees.Add(syntax);
            if (tree.Files.TryGetValue(relative, out var file) && file.Text is not null)
                own.TryAdd(relative, syntax);
        }

        var references = parsed.MetadataReferences
            .Select(reference => (MetadataReference)MetadataReference.CreateFromFile(Path.Combine(projectFolder, reference.Reference), reference.Properties));
        var options = parsed.CompilationOptions
            .WithStrongNameProvider(new DesktopStrongNameProvider(parsed.KeyFileSearchPaths))
            .WithMetadataReferenceResolver(null).WithSourceReferenceResolver(null).WithXmlReferenceResolver(null)
            .WithSyntaxTreeOptionsProvider(OptionsOf(parsed, trees));
        var compilation = CSharpCompilation.Create(parsed.CompilationName, trees, references, options);
        var code = new ProjectCode(project, compilation, own)
        {
            Resources = parsed.ManifestResources,
            Analyzers = new(() => AnalyzersOf(parsed, projectFolder)),
            BuildTools = [.. parsed.AnalyzerReferences.Select(reference => Path.GetFileNameWithoutExtension(reference.FilePath))],
        };
        return WithGenerated(code, parsed, projectFolder, cancellationToken);
    }

    private async Task<string[]> AskAsync(string project, string? framework, CancellationToken cancellationToken)
    {
        using var phase = Phases.Start("ask for compiler arguments");
        return await CompilerArguments.CaptureAsync(new DotNet(settings), folder, project, framework, cancellationToken);
    }

    /// <summary>MSBuild takes what the compiler is given for escaped text when it lists it, so a file whose own name holds <c>%20</c> is listed under another name.</summary>
    private string Named(string listed) =>
        tree.Files.ContainsKey(listed) ? listed : tree.Files.Keys.FirstOrDefault(path => path.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(path) == listed) ?? listed;

    private SyntaxTree Parse(string path, string relative, CSharpCommandLineArguments parsed, CancellationToken cancellationToken)
    {
        // The tree's own text, so that positions are positions in it.
        var text = tree.Files.TryGetValue(relative, out var file) && file.Text is { } known
            ? SourceText.From(known, System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256)
            : SourceText.From(File.ReadAllBytes(path), File.ReadAllBytes(path).Length, parsed.Encoding);
        // Documentation comments are parsed so that an unnecessary using can be told.
        return CSharpSyntaxTree.ParseText(text, parsed.ParseOptions.WithDocumentationMode(DocumentationMode.Parse), path, cancellationToken);
    }

    private static ConfiguredSeverities? OptionsOf(CSharpCommandLineArguments parsed, List<SyntaxTree> trees)
    {
        var configurations = parsed.AnalyzerConfigPaths.Where(File.Exists).Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToList();
        return configurations.Count == 0 ? null : new ConfiguredSeverities(AnalyzerConfigSet.Create(configurations), trees);
    }

    private static TargetAnalyzers AnalyzersOf(CSharpCommandLineArguments parsed, string projectFolder)
    {
        var loader = new GeneratorLoader();
        var analyzers = parsed.AnalyzerReferences
            .Select(reference => Path.GetFullPath(Path.Combine(projectFolder, reference.FilePath)))
            .Where(File.Exists)
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetAnalyzers(LanguageNames.CSharp));
        var additional = parsed.AdditionalFiles.Where(file => File.Exists(file.Path)).Select(file => (AdditionalText)new AdditionalFile(file.Path));
        var configurations = parsed.AnalyzerConfigPaths.Where(File.Exists).Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToList();
        return new([.. analyzers], new([.. additional], new ConfiguredOptions(AnalyzerConfigSet.Create(configurations))));
    }

    private static ProjectCode WithGenerated(ProjectCode project, CSharpCommandLineArguments parsed, string projectFolder, CancellationToken cancellationToken)
    {
        var loader = new GeneratorLoader();
        var generators = parsed.AnalyzerReferences
            .Select(reference => Path.GetFullPath(Path.Combine(projectFolder, reference.FilePath)))
            .Where(File.Exists)
            .SelectMany(path => new AnalyzerFileReference(path, loader).GetGenerators(LanguageNames.CSharp))
            .ToList();
        if (generators.Count == 0)
            return project;
        var additional = parsed.AdditionalFiles.Where(file => File.Exists(file.Path)).Select(file => (AdditionalText)new AdditionalFile(file.Path));
        var configurations = parsed.AnalyzerConfigPaths.Where(File.Exists).Select(path => AnalyzerConfig.Parse(File.ReadAllText(path), path)).ToList();
        var driver = CSharpGeneratorDriver.Create(generators, additional, parsed.ParseOptions.WithDocumentationMode(DocumentationMode.Parse), new ConfiguredOptions(AnalyzerConfigSet.Create(configurations)));
        var ran = driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out var updated, out _, cancellationToken);
        return project with { Compilation = (CSharpCompilation)updated, Generators = ran, Generated = [.. updated.SyntaxTrees.Except(project.Compilation.SyntaxTrees)] };
    }

    private sealed class AdditionalFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), System.Text.Encoding.UTF8);
    }
}
