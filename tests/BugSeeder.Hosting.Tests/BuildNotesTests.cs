using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Targets;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BugSeeder.Hosting.Tests;

/// <summary>What a build writes down of itself, on a target of several languages and frameworks that has targets of its own where ours could be in the way.</summary>
public sealed class BuildNotesTests : IDisposable
{
    private const string Tests = """
        <ItemGroup>
          <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
          <PackageReference Include="NUnit" Version="4.4.0" />
          <PackageReference Include="NUnit3TestAdapter" Version="5.2.0" />
          <ProjectReference Include="../../src/the library (1)/Library.csproj" />
        </ItemGroup>
        """;

    private static readonly SourceTree Target = TreeOf(
        ("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <NuGetAudit>false</NuGetAudit>
                <CustomAfterMicrosoftCommonTargets>$(MSBuildThisFileDirectory)own.targets</CustomAfterMicrosoftCommonTargets>
              </PropertyGroup>
            </Project>
            """),
        ("own.targets", "<Project><PropertyGroup><DefineConstants>$(DefineConstants);OWN</DefineConstants></PropertyGroup></Project>"),
        ("src/the library (1)/Library.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>
                netstandard2.0;
                net10.0
              </TargetFrameworks></PropertyGroup>
            </Project>
            """),
        ("src/the library (1)/Odd%20name.cs", """
            #if !OWN
            #error The target's own targets are not in force.
            #endif
            namespace Library { public static class Sum { public static int Of(int left, int right) { return left + right; } } }
            """),
        ("tests/CSharp/CSharp.Tests.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><RunSettingsFilePath>$(MSBuildThisFileDirectory)own.runsettings</RunSettingsFilePath></PropertyGroup>{Tests}</Project>"),
        ("tests/CSharp/own.runsettings", "<RunSettings />"),
        ("tests/CSharp/SumTests.cs", "public class SumTests { [NUnit.Framework.Test] public void It_adds() { NUnit.Framework.Assert.That(Library.Sum.Of(1, 2), NUnit.Framework.Is.EqualTo(3)); } }"),
        ("tests/Basic/Basic.Tests.vbproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{Tests}</Project>"),
        ("tests/Basic/SumTests.vb", """
            Public Class SumTests
                <NUnit.Framework.Test>
                Public Sub It_adds()
                    NUnit.Framework.Assert.That(Library.Sum.Of(1, 2), NUnit.Framework.Is.EqualTo(3))
                End Sub
            End Class
            """));

    private readonly DirectoryInfo work = Directory.CreateTempSubdirectory("notes ");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Notes => Path.Combine(work.FullName, "1", "notes", "written");

    public void Dispose() => work.Delete(recursive: true);

    [Fact]
    public async Task A_build_says_what_MSBuild_says_when_it_is_asked()
    {
        var settings = new TargetSettings();
        using var judge = await OpenAsync(settings);
        Directory.EnumerateFiles(Notes).Count().ShouldBe(3, "one for each project as it was built");

        var noted = judge.Layout;
        noted.Tests.Select(test => (test.Path, test.Compiler is not null)).ShouldBe([("tests/Basic/Basic.Tests.vbproj", false), ("tests/CSharp/CSharp.Tests.csproj", true)]);
        noted.Products.ShouldHaveSingleItem().Compiler.ShouldNotBeNull();

        var finder = new LayoutFinder(new DotNet(settings), settings, judge.OriginalFolder, [.. Target.Files.Keys]);
        var asked = await finder.FindLayoutAsync(await finder.FindTestsAsync(Cancel), notes: null, Cancel);
        asked.Products.ShouldHaveSingleItem().Compiler.ShouldBeNull();
        noted.Tests.Select(test => test with { Compiler = null }).ShouldBe(asked.Tests);
        noted.Products.Select(product => product with { Compiler = null }).ShouldBe(asked.Products);

        // Another folder than the one it was built in.
        var codes = new List<TargetCode>();
        foreach (var layout in new[] { noted, asked })
            codes.Add(await new CodeLoader(settings, judge.BuiltFolder, Target).LoadAsync(layout, Cancel));
        codes[0].Products[0].Trees.Keys.ShouldBe(["src/the library (1)/Odd%20name.cs"]);
        Texts(codes[0]).Except(Texts(codes[1]), StringComparer.Ordinal).ShouldBeEmpty();
        Texts(codes[1]).Except(Texts(codes[0]), StringComparer.Ordinal).ShouldBeEmpty();
        foreach (var project in codes[0].Products.Concat(codes[0].Tests))
            project.Compilation.GetDiagnostics(Cancel).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_verdict_s_build_is_the_target_s_own()
    {
        using var judge = await OpenAsync(new());
        var image = Path.Combine(judge.OriginalFolder, "src", "the library (1)", "obj", "Debug", "net10.0", "Library.dll");
        var compiled = File.GetLastWriteTimeUtc(image);
        var noted = Directory.EnumerateFiles(Notes).ToList();

        var verdict = await judge.JudgeAsync(Target.WithText("tests/CSharp/SumTests.cs", Target.Files["tests/CSharp/SumTests.cs"].Text!.Replace("EqualTo(3)", "EqualTo(4)", StringComparison.Ordinal)), Cancel);

        verdict.Tests.Where(test => test.Value == TestOutcome.Failed).ShouldHaveSingleItem().Key.ShouldStartWith("CSharp.Tests::");
        File.GetLastWriteTimeUtc(image).ShouldBe(compiled, "what took notes and what does not have the same inputs");
        Directory.EnumerateFiles(Notes).ShouldBe(noted);
    }

    [Fact]
    public async Task Where_nothing_is_noted_MSBuild_is_asked()
    {
        // As where a user has targets of his own for all builds.
        var settings = new TargetSettings { Environment = new Dictionary<string, string> { ["MSBuildUserExtensionsPath"] = work.CreateSubdirectory("own").FullName } };
        using var judge = await OpenAsync(settings);

        Directory.EnumerateFiles(Notes).ShouldBeEmpty();
        judge.Layout.Tests.Count.ShouldBe(2);
        judge.Layout.Products.ShouldHaveSingleItem().Compiler.ShouldBeNull();
    }

    [Fact]
    public void A_project_compiled_in_two_ways_is_asked_for()
    {
        var notes = new BuildNotes(Path.Combine(work.FullName, "notes"));
        notes.Prepare(fromNothing: true);
        Write(notes, "1", "/deterministic+", "/define:A");
        Write(notes, "2");
        notes.Of("/x/P.csproj", "net10.0").ShouldNotBeNull().CompilerArguments.ShouldBe(["/deterministic+", "/define:A"], "the second time it was up to date");
        notes.Of("/x/P.csproj", "net8.0").ShouldBeNull();

        Write(notes, "3", "/deterministic+", "/define:B");
        notes.Of("/x/P.csproj", "net10.0").ShouldNotBeNull().CompilerArguments.ShouldBeEmpty();

        notes.Prepare(fromNothing: true);
        notes.Of("/x/P.csproj", "net10.0").ShouldBeNull();
    }

    private static void Write(BuildNotes notes, string name, params string[] arguments)
    {
        static string Encoded(string text) => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text));
        File.WriteAllLines(Path.Combine(notes.Folder, "written", name), [$"MSBuildProjectFullPath:{Encoded("/x/P.csproj")}", $"TargetFramework:{Encoded("net10.0")}", .. arguments.Select(argument => $"argument:{argument}")]);
    }

    private Task<Judge> OpenAsync(TargetSettings settings) => Judge.OpenAsync(Target, settings, work.FullName, baselineRuns: 0, parallel: 1, new Progress<string>(), Cancel);

    private static IEnumerable<string> Texts(TargetCode code) => code.Products.Concat(code.Tests).SelectMany(project =>
        project.Compilation.SyntaxTrees.Select(tree => tree.FilePath + tree).Order(StringComparer.Ordinal)
            .Concat(project.Compilation.References.Select(reference => reference.Display!).Order(StringComparer.Ordinal))
            .Append(string.Join(' ', project.Compilation.SyntaxTrees.First().Options.PreprocessorSymbolNames))
            .Append(Text(project.Compilation.Options)));

    /// <summary>CS2008 is silenced only where MSBuild is asked.</summary>
    private static string Text(CSharpCompilationOptions options) =>
        $"{options.OutputKind} {options.OptimizationLevel} {options.NullableContextOptions} {options.GeneralDiagnosticOption} {string.Join(' ', options.SpecificDiagnosticOptions.Where(option => option.Key != "CS2008").Select(option => $"{option.Key}={option.Value}").Order(StringComparer.Ordinal))}";

    private static SourceTree TreeOf(params (string Path, string Text)[] files) => SourceTree.Of(files.Select(file => KeyValuePair.Create(file.Path, TreeFile.OfText(file.Text))));
}
