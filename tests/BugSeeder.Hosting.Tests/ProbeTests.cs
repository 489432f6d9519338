using System.Reflection;
using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Hosting.Tests;

public sealed class ProbeTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        public class C
        {
            private int value;
            public C() : this(1) { }
            public C(int value) => this.value = value;
            public int Arrow => value + 1;
            public ref int Reference => ref value;
            public int this[int index] => index;
            public int Accessor { get => value; set => this.value = value; }
            public static void Nothing() => Console.Write("");
            public static int Throws() => throw new InvalidOperationException();
            public static async Task LaterAsync() => await Task.Yield();
            public static int Branches(bool yes) { if (yes) { return 1; } else { return 2; } }
            public static IEnumerable<int> Iterator() { yield return 1; }
            public static int Nested() => new[] { 1 }.Select(x => new[] { x }.Sum(y => y + x)).First();
            public static Expression<Func<int, int>> Tree() => x => x + 1;
            public static int Local() { int Inner() => 3; return Inner(); }
        }
        """;

    [Fact]
    public void Code_of_every_kind_takes_probes_and_still_compiles()
    {
        var writer = new ProbeWriter(Project(Source), "Counted0");

        var image = writer.Emit(TestContext.Current.CancellationToken).ShouldNotBeNull();

        var regions = writer.Regions["C.cs"];
        regions.Count(region => region.Probe < 0).ShouldBe(2, "the lambda that is data, and the arguments of : this()");
        regions.Select(region => region.Probe).Where(probe => probe >= 0).ShouldBeUnique();
        var type = Assembly.Load(image.Code).GetType("C")!;
        type.GetMethod("Branches")!.Invoke(null, [true]).ShouldBe(1);
        Counts(type.Assembly).Sum().ShouldBe(2, "the body and the branch that was taken");
        type.GetMethod("Nested")!.Invoke(null, null).ShouldBe(2);
        Counts(type.Assembly).Sum().ShouldBe(5, "and the body and both lambdas");
    }

    [Fact]
    public void The_innermost_region_decides_who_covers_a_place()
    {
        var project = Project(Source);
        var writer = new ProbeWriter(project, "Counted0");
        writer.Emit(TestContext.Current.CancellationToken);
        var map = new CoverageMap();
        var taken = writer.Regions["C.cs"].First(region => region.Span.Contains(At("return 1;")));
        var branch = writer.Regions["C.cs"].Where(region => region.Span.Contains(At("return 1;"))).MinBy(region => region.Span.Length).Probe;
        map.Add(project.Project, writer.Regions, new Dictionary<int, List<CoveringTest>?> { [branch] = [new(0, 4)] });

        map.Of(project, "C.cs", new(At("return 1;"), 1)).ShouldBe([new CoveringTest(0, 4)]);
        map.Of(project, "C.cs", new(At("return 2;"), 1)).ShouldBe([]);
        map.Of(project, "C.cs", new(At("this(1)") + 5, 1)).ShouldBeNull("every test may run it");
        map.Of(project, "Other.cs", new(0, 1)).ShouldBeNull("every test may run it");
        taken.Probe.ShouldNotBe(branch);
    }

    private static int At(string text) => Source.IndexOf(text, StringComparison.Ordinal);

    private static int[] Counts(Assembly assembly) => (int[])assembly.GetType("Counted0")!.GetField(ProbeWriter.Field, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    private static ProjectCode Project(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest), "C.cs", System.Text.Encoding.UTF8, TestContext.Current.CancellationToken);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("C", [tree], references, new(OutputKind.DynamicallyLinkedLibrary));
        return new("C.csproj", compilation, new Dictionary<string, SyntaxTree>(StringComparer.Ordinal) { ["C.cs"] = tree });
    }
}
