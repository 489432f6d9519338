using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    /// <summary>What each project may refer to beside the base library: DESIGN's table.</summary>
    [Theory]
    [InlineData("BugSeeder.Model", "MathNet.Numerics")]
    [InlineData("BugSeeder.Mutators", "BugSeeder.Model", "Microsoft.CodeAnalysis*", "Stryker.*", "Microsoft.Extensions.*", "YamlDotNet")]
    [InlineData("BugSeeder.TestHost", "Microsoft.VisualStudio.TestPlatform.ObjectModel", "xunit.abstractions", "xunit.v3.*")]
    [InlineData("BugSeeder.Execution", "BugSeeder.Model", "BugSeeder.TestHost", "CliWrap", "LibGit2Sharp", "Microsoft.Extensions.FileSystemGlobbing")]
    [InlineData("BugSeeder.Targets", "BugSeeder.Model", "BugSeeder.Execution", "BugSeeder.TestHost", "Microsoft.CodeAnalysis*", "DiffPlex", "Markdig", "YamlDotNet")]
    [InlineData("BugSeeder", "BugSeeder.Model", "BugSeeder.Mutators", "BugSeeder.Execution", "BugSeeder.Targets", "BugSeeder.TestHost", "Microsoft.CodeAnalysis*", "DiffPlex", "YamlDotNet")]
    [InlineData("BugSeeder.Reports", "BugSeeder.Model", "DiffPlex", "Markdig", "Microsoft.AspNetCore.*", "Microsoft.Extensions.*")]
    [InlineData("BugSeeder.Mender", "BugSeeder.Model", "BugSeeder.Execution", "BugSeeder.Targets", "BugSeeder.TestHost", "Microsoft.CodeAnalysis*", "System.CommandLine")]
    [InlineData("BugSeeder.Cli", "BugSeeder", "BugSeeder.Reports", "BugSeeder.Model", "BugSeeder.Execution", "BugSeeder.Mutators", "Spectre.Console*", "System.CommandLine")]
    public void A_project_refers_only_to_what_the_design_allows(string project, params string[] allowed)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll")));
        var metadata = image.GetMetadataReader();
        var referred = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ToList();

        referred.Where(name => !IsBase(name) && !allowed.Any(pattern => pattern.EndsWith('*') ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern)).ShouldBeEmpty();
    }

    /// <summary>A pure project touches neither files nor processes nor the console.</summary>
    [Theory]
    [InlineData("BugSeeder.Model", "System.Diagnostics.Process", "System.IO.FileSystem", "System.Console")]
    [InlineData("BugSeeder.Mutators", "System.Diagnostics.Process", "System.Console")]
    [InlineData("BugSeeder.Reports", "System.Diagnostics.Process", "System.Console")]
    [InlineData("BugSeeder.Targets", "System.Diagnostics.Process", "System.Console")]
    [InlineData("BugSeeder", "System.Diagnostics.Process", "System.Console")]
    public void A_pure_project_does_without_the_outside_world(string project, params string[] banned)
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, project + ".dll")));
        var metadata = image.GetMetadataReader();

        metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).ShouldNotContain(name => banned.Contains(name));
        if (project is "BugSeeder.Model" or "BugSeeder.Mutators")
            metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle)).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ShouldNotContain(name => name == "System.IO.File" || name == "System.IO.Directory");
    }

    /// <summary>Mender is an assistant: what is planted, tried and scored is none of its business, so it may not even name a type of it.</summary>
    [Fact]
    public void Mender_knows_nothing_of_bugs_and_of_trials_but_how_to_answer()
    {
        using var image = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "BugSeeder.Mender.dll")));
        var metadata = image.GetMetadataReader();
        string[] rooms = ["BugSeeder.Model.Bugs", "BugSeeder.Model.Trials", "BugSeeder.Model.Scores", "BugSeeder.Model.Grades", "BugSeeder.Model.Runs"];

        metadata.TypeReferences.Select(handle => metadata.GetTypeReference(handle)).Where(type => rooms.Contains(metadata.GetString(type.Namespace))).Select(type => metadata.GetString(type.Name))
            .ShouldBe(["ClaimVerdict"]);
    }

    /// <summary>What the rooms of the library use of each other. Preparing is what the others are given: the witnesses' removal and the workspace.</summary>
    [Fact]
    public void The_stages_use_each_other_only_where_it_is_agreed()
    {
        string[] stages = ["Seeding", "Proving", "Preparing", "Assisting", "Scoring", "Specs"];

        Uses().Where(use => stages.Contains(use.From) && stages.Contains(use.To)).Select(use => $"{use.From} uses {use.To}").Order(StringComparer.Ordinal)
            .ShouldBe(["Assisting uses Preparing", "Preparing uses Specs", "Proving uses Preparing", "Scoring uses Preparing", "Scoring uses Specs"]);
    }

    /// <summary>Configuration looks for assistants, and assistants are made from the configuration: those two are one room in two folders.</summary>
    [Fact]
    public void The_rooms_have_no_cycle_and_nobody_but_the_pipeline_connects_them()
    {
        static string Room(string name) => name == "Configuration" ? "Assisting" : name;
        var uses = Uses().Select(use => (From: Room(use.From), To: Room(use.To))).Where(use => use.From != use.To).Distinct().ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        var order = new List<string>();
        void Visit(string room, List<string> path)
        {
            path.ShouldNotContain(room, $"{string.Join(" uses ", path.Append(room))}");
            if (order.Contains(room))
                return;
            foreach (var other in uses[room])
                Visit(other, [.. path, room]);
            order.Add(room);
        }

        foreach (var room in uses.Select(group => group.Key))
            Visit(room, []);

        uses.Where(group => group.Contains("Pipeline")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_path_that_the_design_names_exists()
    {
        var design = Path.Combine(Repository.Root, "DESIGN.md");
        if (!File.Exists(design))
            Assert.Skip("DESIGN.md is not there yet.");

        var named = CodeSpan().Matches(File.ReadAllText(design)).Select(match => match.Groups["text"].Value)
            .Where(text => text.Contains('/', StringComparison.Ordinal) && PathLike().IsMatch(text) && !text.StartsWith(".bugseeder/", StringComparison.Ordinal))
            .Where(text => Directory.Exists(Path.Combine(Repository.Root, text.Split('/')[0])));

        named.Where(text => !File.Exists(Path.Combine(Repository.Root, text)) && !Directory.Exists(Path.Combine(Repository.Root, text))).ShouldBeEmpty();
    }

    private static bool IsBase(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) && name != "System.CommandLine") || name is "mscorlib" or "netstandard" or "Microsoft.Win32.Primitives" or "Microsoft.CSharp";

    /// <summary>Which room's code names a type of which other room.</summary>
    private static List<(string From, string To)> Uses()
    {
        var cancel = TestContext.Current.CancellationToken;
        var trees = Repository.Sources("src/BugSeeder").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new(LanguageVersion.Preview), file, cancellationToken: cancel))
            .Append(CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;", new(LanguageVersion.Preview), cancellationToken: cancel)).ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path) != "BugSeeder.dll").Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("BugSeeder", trees, references);
        return [.. trees.SelectMany(tree => UsesOf(compilation.GetSemanticModel(tree), tree.GetRoot(cancel))).Distinct()];
    }

    private static IEnumerable<(string From, string To)> UsesOf(SemanticModel model, SyntaxNode root)
    {
        var from = RoomOf(root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString());
        return from is null ? [] : root.DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Where(symbol => symbol is not null and not INamespaceSymbol && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, model.Compilation.Assembly))
            .Select(symbol => RoomOf(symbol!.ContainingNamespace?.ToDisplayString()))
            .Where(to => to is not null && to != from)
            .Select(to => (from, to!));
    }

    private static string? RoomOf(string? name) => name?.Split('.') is ["BugSeeder", var room, ..] ? room : null;

    [GeneratedRegex("`(?<text>[^`\n]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^[\w.+-]+(/[\w.+-]+)*/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex PathLike();
}
