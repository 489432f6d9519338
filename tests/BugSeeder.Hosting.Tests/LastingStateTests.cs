using BugSeeder.Code;
using BugSeeder.TestHost;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BugSeeder.Hosting.Tests;

public sealed class LastingStateTests
{
    private static readonly object Root = new Holder<string> { Items = [new Sheet()] };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("class C { static int n; void M() => n++; }")]
    [InlineData("class C { static int n; C() { n++; } void M() { } }")]
    [InlineData("class C { static int N { get; set; } void M() { } } class D { void X() => C.N = 2; }")]
    [InlineData("class C { static readonly System.Collections.Generic.List<int> all = []; void M() => all.Add(1); }")]
    [InlineData("class C { static readonly int[] all = new int[3]; void M() { var own = all; own[1] = 2; } }")]
    [InlineData("class C { static event System.Action A; void M() => A += M; }")]
    [InlineData("class C { static readonly C One = new(); int n; void M() => n = 3; }")]
    [InlineData("class C { static readonly C One = new(2); C(int n) { N = n; } int N { get; set; } void M() => N = 3; }")]
    [InlineData("static class S { static readonly C[] All = [new()]; } class C { int n; void M() => System.Threading.Interlocked.Increment(ref n); }")]
    [InlineData("static class S { static readonly B One = new C(); } abstract class B; class C : B { int n; void M() => (n, _) = (3, 4); }")]
    [InlineData("static class S { static readonly I One = new C(); } interface I; class C(int n) : I { void M() => n++; }")]
    [InlineData("static class S { static readonly D One = new(); } class D { readonly C c = new(); } class C { D d; void M() => d = null; }")]
    [InlineData("static class S { static readonly C One = new(); } class C : System.Collections.Generic.List<int> { void M() { } }")]
    [InlineData("class C { static readonly long[][] memo = []; void M() => memo[1][2] = 3; }")]
    [InlineData("class C { static readonly int[] deck = [1, 2]; void M() => (deck[0], deck[1]) = (deck[1], deck[0]); }")]
    [InlineData("class C { static readonly System.Collections.Generic.Dictionary<int, System.Collections.Generic.List<int>> map = []; void M() => map[1].Add(2); }")]
    [InlineData("class C { static readonly System.Lazy<System.Collections.Generic.List<int>> all = new(); void M() => all.Value.Add(1); }")]
    [InlineData("class C { static readonly System.Collections.Generic.List<int>[] all = []; void M() { foreach (var one in all) one.Clear(); } }")]
    [InlineData("class C { static readonly byte[] all = []; void M() => System.MemoryExtensions.AsSpan(all).Clear(); }")]
    [InlineData("class C { static C One => field ??= new(); void M() { } }")]
    [InlineData("class C { static readonly System.Collections.Generic.List<int> items = []; static System.Collections.Generic.IList<int> Items => items; void M() { } }")]
    [InlineData("class C { static readonly System.Func<int, int> Get = Memoized(); int M() => Get(2); static System.Func<int, int> Memoized() => null; }")]
    [InlineData("static class S { static readonly C One = new(null); } class C { C next; C(C other) => other.next = this; void M() { } }")]
    [InlineData("static class S { static readonly C One = new(); } class C { readonly System.Collections.Generic.List<int> all = []; C() { System.Console.CancelKeyPress += (_, _) => all.Add(1); } void M() { } }")]
    [InlineData("static class Pool { static int lent; public static int Lend() => lent++; } class C { int M() => Pool.Lend(); }")]
    [InlineData("class C { static int n; void X() => n++; class Inner { void M() { } } }", "Inner")]
    public void What_changes_and_lives_on_is_met_by_the_code_that_holds_it(string code, string type = "C") => IsMet(code, live: null, type).ShouldBeTrue();

    [Theory]
    [InlineData("class C { const int K = 1; int n; void M() => n++; }")]
    [InlineData("class C { static readonly int n = 3; void M() { } }")]
    [InlineData("class C { static int n = 3; int M() => n; }")]
    [InlineData("class C { static readonly string[] names = [\"a\"]; bool M() => names.Contains(\"b\") || names.Length > 1; }")]
    [InlineData("class C { static readonly System.Collections.Immutable.ImmutableList<int> all = []; void M() => all.Add(1); }")]
    [InlineData("class C { static readonly System.Collections.Generic.List<int> all = [1]; System.Collections.Generic.IReadOnlyList<int> M() => all; }")]
    [InlineData("class C { static readonly C One = new(2); readonly System.Collections.Generic.List<int> all = []; C(int n) { all.Add(n); this.all.Add(n); } int M() => all.Count; }")]
    [InlineData("class C { static readonly C One = new(2); readonly int n; C(int n) { this.n = n; } int M() => n; }")]
    [InlineData("class C { static readonly C One = new() { N = 2 }; int N { get; set; } int M() => N; }")]
    [InlineData("record C { static readonly C One = new(); int N { get; set; } C M() => One with { N = 3 }; }")]
    public void What_stays_as_it_is_or_does_not_live_on_is_not_met(string code) => IsMet(code, live: null).ShouldBeFalse();

    /// <summary>By its type the field may lead to a sheet, but none was seen.</summary>
    [Theory]
    [InlineData("static class S { static readonly D One = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", false)]
    [InlineData("static class S<T> { static readonly D One = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", true)]
    [InlineData("static class S { [System.ThreadStatic] static D one; static void X() => one = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", true)]
    public void Where_objects_were_looked_at_only_what_was_seen_counts_unless_it_could_not_be(string code, bool isMet)
    {
        IsMet(code, new HashSet<string> { "D" }).ShouldBe(isMet);
        IsMet(code, new HashSet<string> { "D", "C" }).ShouldBeTrue();
        IsMet(code, live: null).ShouldBeTrue();
    }

    [Fact]
    public void Objects_are_found_through_whatever_holds_them()
    {
        Root.ShouldNotBeNull();

        var found = LastingObjects.In([typeof(LastingStateTests).Assembly.GetName().Name!], new Lazy<Kept>(new Kept())).ShouldNotBeNull();

        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Holder`1");
        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Paper", "a sheet is one");
        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Corner");
        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Kept", "the framework has it");
        found.ShouldNotContain($"{typeof(LastingStateTests).FullName}+Nobody");
        LastingObjects.In(["No.Such.Module"], null).ShouldBe([]);
    }

    private static bool IsMet(string code, IReadOnlySet<string>? live, string type = "C")
    {
        var project = ProjectOf(code);
        var tree = project.Trees.Values.Single();
        var member = tree.GetRoot(Cancel).DescendantNodes().OfType<MethodDeclarationSyntax>().Single(method => method.Identifier.ValueText == "M" && ((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText == type);
        return new LastingState([project], live).Meets(project.Compilation.GetSemanticModel(tree), member, Cancel);
    }

    private static ProjectCode ProjectOf(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, new(LanguageVersion.Preview), "A.cs", cancellationToken: Cancel);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        return new("A.csproj", CSharpCompilation.Create("A", [tree], references, new(OutputKind.DynamicallyLinkedLibrary)), new Dictionary<string, SyntaxTree> { ["A.cs"] = tree });
    }

    private sealed class Holder<T>
    {
        public required List<object> Items { get; init; }

        public T? Other { get; init; }
    }

    private abstract class Paper
    {
        public Corner Corner { get; } = new(new object());
    }

    private sealed class Sheet : Paper;

    private sealed class Nobody;

    private sealed class Kept;

    private readonly record struct Corner(object What);
}
