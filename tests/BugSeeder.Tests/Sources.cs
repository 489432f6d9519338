using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Tests;

/// <summary>Compilations in memory.</summary>
internal static class Sources
{
    public const string Path = "tests/Tests.cs";

    /// <summary>The attributes of the frameworks, as far as a compiler has to know them.</summary>
    private const string Frameworks = """
        namespace Xunit
        {
            using System;
            public class FactAttribute : Attribute { public string? Skip { get; set; } }
            public class TheoryAttribute : FactAttribute { }
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] public class InlineDataAttribute(params object?[]? data) : Attribute { public object?[]? Data => data; }
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] public class MemberDataAttribute(string member, params object?[] arguments) : Attribute { public string Member => member; public object?[] Arguments => arguments; public Type? MemberType { get; set; } }
            public class CollectionDefinitionAttribute(string name) : Attribute { public string Name => name; }
            public interface ICollectionFixture<T> { }
            public static class Assert { public static void Equal<T>(T expected, T actual) { } public static void True(bool value) { } }
        }
        namespace NUnit.Framework
        {
            using System;
            public class TestFixtureAttribute(params Type[] types) : Attribute { public Type[] Types => types; }
            public class TestAttribute : Attribute { }
            public class SetUpAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] public class TestCaseAttribute(params object?[]? arguments) : Attribute { public object?[]? Arguments => arguments; public object? ExpectedResult { get; set; } public string? TestName { get; set; } }
            public static class Assert { public static void That(bool value) { } }
        }
        namespace Microsoft.VisualStudio.TestTools.UnitTesting
        {
            using System;
            public class TestClassAttribute : Attribute { }
            public class TestMethodAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)] public class DataRowAttribute(params object?[]? data) : Attribute { public object?[]? Data => data; }
            public static class Assert { public static void AreEqual<T>(T expected, T actual) { } }
        }
        namespace Shop
        {
            public enum Color { Red, Green }
            public interface IClock { int Now { get; } }
            public static class Money { public static int Total(int a) => a; public static int Now(IClock clock) => clock.Now; }
        }
        """;

    private static readonly List<MetadataReference> Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator).Where(path => System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || path.EndsWith("netstandard.dll", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview, DocumentationMode.Parse);

    private static readonly MetadataReference FrameworksImage = Image(Frameworks);

    public static SourceTree Tree(params (string Path, string Text)[] files) => SourceTree.Of(files.Select(file => KeyValuePair.Create(file.Path, TreeFile.OfText(file.Text))));

    public static ProjectCode Project(string project, string assembly, SourceTree tree)
    {
        var trees = tree.Files.Where(file => file.Key.EndsWith(".cs", StringComparison.Ordinal))
            .ToDictionary(file => file.Key, file => CSharpSyntaxTree.ParseText(SourceText.From(file.Value.Text!, System.Text.Encoding.UTF8, SourceHashAlgorithm.Sha256), Parse, file.Key), StringComparer.Ordinal);
        var implicitUsings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic;", Parse, "obj/GlobalUsings.g.cs", System.Text.Encoding.UTF8);
        var compilation = CSharpCompilation.Create(assembly, trees.Values.Append(implicitUsings), Platform.Append(FrameworksImage), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return new(project, compilation, trees);
    }

    /// <summary>The errors of a project; a test's own sources must have none.</summary>
    public static IReadOnlyList<string> Errors(ProjectCode project) =>
        [.. project.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())];

    private static PortableExecutableReference Image(string text)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("Frameworks", [CSharpSyntaxTree.ParseText(text, Parse)], Platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).Emit(image);
        result.Success.ShouldBeTrue(string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
