using BugSeeder.Code;
using BugSeeder.TestHost;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Hosting.Tests;

public sealed class LastingStateTests
{
    private static readonly object Kept = new Holder<string> { Items = [new Sheet()] };

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
    [InlineData("class C { static int n; void X() => n++; class Inner { void M() { } } }", "Inner")]
    public void What_changes_and_lives_on_is_met_by_the_code_that_holds_it(string code, string type = "C") => Of(code, live: null).Meets(MethodOf(code, type)).ShouldBeTrue();

    [Theory]
    [InlineData("class C { const int K = 1; int n; void M() => n++; }")]
    [InlineData("class C { static readonly int n = 3; void M() { } }")]
    [InlineData("class C { static int n = 3; int M() => n; }")]
    [InlineData("class C { static readonly string[] names = [\"a\"]; bool M() => names.Contains(\"b\") || names.Length > 1; }")]
    [InlineData("class C { static readonly System.Collections.Immutable.ImmutableArray<int> all = []; void M() => all.Add(1); }")]
    [InlineData("class C { static readonly C One = new(2); readonly int n; C(int n) { this.n = n; } int M() => n; }")]
    [InlineData("class C { static readonly C One = new() { N = 2 }; int N { get; set; } int M() => N; }")]
    [InlineData("record C(int N) { static readonly C One = new(2); C M() => One with { N = 3 }; }")]
    public void What_stays_as_it_is_or_does_not_live_on_is_not_met(string code) => Of(code, live: null).Meets(MethodOf(code, "C")).ShouldBeFalse();

    /// <summary>By its type the field may lead to a sheet, but none was seen.</summary>
    [Theory]
    [InlineData("static class S { static readonly D One = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", false)]
    [InlineData("static class S<T> { static readonly D One = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", true)]
    [InlineData("static class S { [System.ThreadStatic] static D one; static void X() => one = new(); } class D { C c; void X() => c = null; } class C { int n; void M() => n++; }", true)]
    public void Where_objects_were_looked_at_only_what_was_seen_counts_unless_it_could_not_be(string code, bool isMet)
    {
        Of(code, new HashSet<string> { "D" }).Meets(MethodOf(code, "C")).ShouldBe(isMet);
        Of(code, new HashSet<string> { "D", "C" }).Meets(MethodOf(code, "C")).ShouldBeTrue();
        Of(code, live: null).Meets(MethodOf(code, "C")).ShouldBeTrue();
    }

    [Fact]
    public void Objects_are_found_through_whatever_holds_them()
    {
        Kept.ShouldNotBeNull();

        var found = LastingObjects.In([typeof(LastingStateTests).Assembly.GetName().Name!]).ShouldNotBeNull();

        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Holder`1");
        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Paper", "a sheet is one");
        found.ShouldContain($"{typeof(LastingStateTests).FullName}+Corner");
        found.ShouldNotContain($"{typeof(LastingStateTests).FullName}+Nobody");
        LastingObjects.In(["No.Such.Module"]).ShouldBe([]);
    }

    private static LastingState Of(string code, IReadOnlySet<string>? live) => new([ProjectOf(code)], live);

    private static IMethodSymbol MethodOf(string code, string type) =>
        ProjectOf(code).Compilation.GetSymbolsWithName(type, SymbolFilter.Type, Cancel).Cast<INamedTypeSymbol>().Single().GetMembers("M").OfType<IMethodSymbol>().Single();

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

    private readonly record struct Corner(object What);
}
