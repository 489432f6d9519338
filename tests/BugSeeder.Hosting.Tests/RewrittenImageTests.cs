using BugSeeder.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Hosting.Tests;

public sealed class RewrittenImageTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        namespace @event.Deep { public record struct Pair<T>(T Left, T Right) { public sealed class Inner { public enum Kind { A } } } }
        file sealed class Hidden { public sealed class Inside { } }
        public delegate void Done(ref int number);
        public static class C
        {
            public static IReadOnlyList<int> One(int number) => [number];
            public static IEnumerable<int> Iterator() { yield return 1; }
            public static async Task<int> LaterAsync() { await Task.Yield(); return new Hidden.Inside().GetHashCode(); }
            public static object Anonymous() => new { Name = 1, Numbers = new[] { 1, 2, 3, 4, 5, 6, 7, 8 }.Select(number => number + 1) };
            public static ReadOnlySpan<byte> Bytes => [1, 2, 3, 4, 5, 6, 7, 8, 9];
            public static int Inferred() { var twice = (ref int number) => number * 2; var two = 2; return twice(ref two); }
        }
        """;

    [Fact]
    public void What_the_compiler_adds_to_an_image_is_no_rewriting() => IsRewritten(Source, Source).ShouldBeFalse();

    [Fact]
    public void A_type_that_no_source_has_is_a_weavers() => IsRewritten(Source, Source + "internal static class ProcessedByWeaver { }").ShouldBeTrue();

    private static bool IsRewritten(string source, string built)
    {
        var path = Path.GetTempFileName();
        try
        {
            var result = Compile(built).Emit(path, cancellationToken: TestContext.Current.CancellationToken);
            result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
            return RewrittenImages.IsOne(new ProjectCode("C.csproj", Compile(source), new Dictionary<string, SyntaxTree>(StringComparer.Ordinal)), path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "C", [CSharpSyntaxTree.ParseText(source, path: "C.cs")],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(assembly => MetadataReference.CreateFromFile(assembly)),
        new(OutputKind.DynamicallyLinkedLibrary));
}
