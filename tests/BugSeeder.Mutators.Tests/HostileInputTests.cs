using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

public sealed class HostileInputTests
{
    private static readonly Lazy<(IReadOnlyList<SyntaxTree> Trees, CSharpCompilation Compilation)> Sources = new(Read);

    /// <summary>The parts of this repository that have C# in them.</summary>
    public static TheoryData<string> Parts => [.. Files().Select(PartOf).Distinct()];

    [Theory]
    [InlineData("")]
    [InlineData("   \n// nothing\n")]
    [InlineData("class")]
    [InlineData("class C { void M( { if (a && ) return; x = ; } ")]
    [InlineData("}}}} ) ] if else => ?? \"")]
    [InlineData("using System; var a = 3; if (a > 2) return 1; Console.WriteLine(a); return 0;")]
    [InlineData("class C { unsafe int M(int* p) { int* q = p + 1; if (*q > 3) return *p; return q[0]; } }")]
    [InlineData("static class E { extension(string s) { public bool IsLong => s.Length > 9 && s[0] == 'a'; public int Twice(int n) => s.Length * n; } }")]
    [InlineData("class C { int P { get => field > 1 ? field : 2; set => field = value - 1; } }")]
    [InlineData("class C {\n#if A\n int M() => 1 > 2 ? 1 : 2;\n#else\n int M() { if (true)\n#endif\n { return 3; } }\n")]
    [InlineData("class C { int M(int a) {\n#if X\n a++;\n#endif\n if (a > 1)\n#pragma warning disable\n return 1; return 2; } }")]
    [InlineData("class C { async System.Threading.Tasks.Task M() { await foreach (var x in N()) { if (x < 1) continue; } } System.Collections.Generic.IAsyncEnumerable<int> N() => throw null; }")]
    [InlineData("record R(int A, int B = 3) { public R(int c) : this(c, 2) { } } class D(int x, int y) : B(y, x) { int Z => x; } class B(int p, int q) { }")]
    [InlineData("using System.Linq; class C { object M(int[] a) => from x in a let y = x * 2 where x > 1 && y < 9 orderby x, y descending group x by y into g select new { g.Key, N = g.Count() }; }")]
    public void No_input_breaks_it_and_every_edit_still_parses(string text)
    {
        var before = Errors(text);
        foreach (var broken in Code.Broken(text))
            Errors(broken).ShouldBeLessThanOrEqualTo(before, broken);
    }

    [Fact]
    public void This_repository_has_much_to_read() => Sources.Value.Trees.Count.ShouldBeGreaterThan(100);

    /// <summary>Part by part, since all of it takes minutes: xunit takes a process for crashed that ends after a long silence, when its reader is late.</summary>
    [Theory]
    [MemberData(nameof(Parts))]
    public void It_reads_all_of_this_repository(string part)
    {
        var (trees, compilation) = Sources.Value;
        var own = trees.Where(tree => PartOf(tree.FilePath) == part).ToList();
        own.Sum(tree => Proposals.In(compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken).Count()).ShouldBePositive();
    }

    private static (IReadOnlyList<SyntaxTree> Trees, CSharpCompilation Compilation) Read()
    {
        List<SyntaxTree> trees = [.. Files().Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Preview), path, cancellationToken: CancellationToken.None))];
        return (trees, Code.Compilation(trees));
    }

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository(), "*.cs", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Repository(), path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    /// <summary>A project's folder, or what goes for one.</summary>
    private static string PartOf(string path) => string.Join('/', Path.GetRelativePath(Repository(), path).Split(Path.DirectorySeparatorChar)[..^1].Take(2));

    private static int Errors(string text) => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken)
        .GetDiagnostics(TestContext.Current.CancellationToken).Count();

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
