using BugSeeder.Code;
using BugSeeder.Mender.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Tests.Repairing;

/// <summary>A class to try patterns on.</summary>
internal static class PatternBench
{
    private static readonly MetadataReference[] Platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    public static ClauseFacts NoFacts { get; } = new([], [], new HashSet<string>(), []);

    /// <summary>The members, as a project.</summary>
    public static ProjectCode Project(string members) => File($"class C\n{{\n{members}\n}}\nenum Mode {{ Even, Away }}\n");

    /// <summary>Types, as a project.</summary>
    public static ProjectCode File(string types)
    {
        const string Usings = "using System; using System.Collections.Generic; using System.Globalization; using System.IO; using System.Linq; using System.Text; using System.Threading; using System.Threading.Tasks;\n";
        var text = types.StartsWith(Usings, StringComparison.Ordinal) ? types : Usings + types;
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text), new(LanguageVersion.Preview), "C.cs");
        var compilation = CSharpCompilation.Create("P", [tree], Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return new("P.csproj", compilation, new Dictionary<string, SyntaxTree> { ["C.cs"] = tree });
    }

    /// <summary>What a pattern makes of members, of everything that compiles.</summary>
    public static IReadOnlyList<string> Fixed(FixPattern pattern, string members, ClauseFacts facts)
    {
        var project = Project(members);
        var context = new FixContext(project, "C.cs", facts, CancellationToken.None);
        return
        [
            .. context.Root.DescendantNodes().SelectMany(node => pattern.At(node, context))
                .Select(fix => context.Tree.WithChangedText(context.Tree.GetText().WithChanges(fix.Changes.OrderBy(change => change.Span.Start))))
                .Where(tree => !project.Compilation.ReplaceSyntaxTree(context.Tree, tree).GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                .Select(tree => tree.ToString()),
        ];
    }
}
