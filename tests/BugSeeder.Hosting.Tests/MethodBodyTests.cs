using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Hosting.Tests;

public sealed class MethodBodyTests
{
    [Theory]
    [InlineData("class C { int M(int x) { return [|x + 1|]; } }", true)]
    [InlineData("class C { int M(int x) => [|x|]; }", true)]
    [InlineData("class C { int P => [|1|]; }", true)]
    [InlineData("class C { int P { get { return [|1|]; } } }", true)]
    [InlineData("class C { int this[int i] => [|i|]; }", true)]
    [InlineData("class C { C() : this([|1|]) { } C(int x) { } }", true)]
    [InlineData("class C { System.Func<int> M() { return () => [|1|]; } }", true)]
    [InlineData("class C { int M() { int L(int y = [|2|]) => y; return L(); } }", true)]
    [InlineData("class C { int field = [|1|]; }", false)]
    [InlineData("class C { int F { get; } = [|1|]; }", false)]
    [InlineData("class C { const int K = [|1|]; }", false)]
    [InlineData("class C { void M(int x = [|1|]) { } }", false)]
    [InlineData("class C { [System.Obsolete([|\"a\"|])] void M() { } }", false)]
    [InlineData("enum E { A = [|1|] }", false)]
    [InlineData("[|System.Console|].WriteLine();", false)]
    [InlineData("static class C { extension(string s) { public int D => [|1|]; } }", false)]
    [InlineData("static class C { extension(string s) { public int D() { return [|1|]; } } }", false)]
    [InlineData("class C<T> where T : new() { int M() { return [|1|]; } }", true)]
    [InlineData("class C { System.Collections.Generic.IEnumerable<int> M<T>() { yield return [|1|]; } }", true)]
    public void A_delta_is_for_bodies_only(string marked, bool isOne) => FitOf(marked).ShouldBe(isOne ? DeltaFit.Warm : DeltaFit.Nowhere);

    [Theory]
    [InlineData("class C { static int F { get; } = [|1|]; }")]
    [InlineData("class C { static readonly int a = 1, b = [|2|]; }")]
    [InlineData("class C { static int a = [|1|]; static C() { } }")]
    [InlineData("class C { static System.Func<int> F = () => [|1|]; }")]
    [InlineData("static class C { static C() { int x = [|1|]; } }")]
    public void What_runs_once_in_a_process_takes_a_fresh_one(string marked) => FitOf(marked).ShouldBe(DeltaFit.FreshOnce);

    [Theory]
    [InlineData("class C { System.Func<T, string> M<T>() where T : class { return x => [|x.ToString()|]; } }")]
    [InlineData("class C<T> where T : new() { async System.Threading.Tasks.Task<int> M() { return [|1|]; } }")]
    public void What_may_break_its_process_takes_one_of_its_own(string marked) => FitOf(marked).ShouldBe(DeltaFit.Fresh);

    private static DeltaFit FitOf(string marked)
    {
        var (start, end) = (marked.IndexOf("[|", StringComparison.Ordinal), marked.IndexOf("|]", StringComparison.Ordinal) - 2);
        var text = marked.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var tree = CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview), cancellationToken: TestContext.Current.CancellationToken);
        var root = tree.GetRoot(TestContext.Current.CancellationToken);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        var model = CSharpCompilation.Create("C", [tree], references).GetSemanticModel(tree);

        var ordinal = new MethodBodies(root).Holding(TextSpan.FromBounds(start, end));

        return ordinal is { } known && MethodBodies.At(root, known) is { } member
            && MethodBodies.SymbolOf(model, member, TestContext.Current.CancellationToken) is { } method ? MethodBodies.FitOf(method, member) : DeltaFit.Nowhere;
    }
}
