using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace BugSeeder.Mutators.Tests;

public sealed class HostileInputTests
{
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
    public void It_reads_all_of_this_repository()
    {
        var files = Directory.EnumerateFiles(Repository(), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .ToList();
        files.Count.ShouldBeGreaterThan(100);
        var trees = files.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), new(LanguageVersion.Preview), path, cancellationToken: TestContext.Current.CancellationToken)).ToList();
        var compilation = Code.Compilation(trees);
        trees.Sum(tree => Proposals.In(compilation.GetSemanticModel(tree), TestContext.Current.CancellationToken).Count()).ShouldBeGreaterThan(500);
    }

    private static int Errors(string text) => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken)
        .GetDiagnostics(TestContext.Current.CancellationToken).Count();

    private static string Repository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
