using BugSeeder.Code;
using BugSeeder.Execution.Builds;
using BugSeeder.Model.Specs;
using BugSeeder.Specs.Checking;
using BugSeeder.Specs.Examples;
using BugSeeder.Specs.Reading;
using BugSeeder.Specs.Tracing;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Tests.Specs;

/// <summary>Specs beside small products in memory. Examples are compiled against the product and run in a process, as for any target.</summary>
internal static class CheckedSamples
{
    public static Spec Spec(string text) => SpecReader.Read("spec", [KeyValuePair.Create("SPEC.md", text)]);

    public static CodeIndex Index(string product, string tests = "")
    {
        var code = new TargetCode(
            [Sources.Project("src/Product.csproj", "Product", Sources.Tree(("src/Product.cs", product)))],
            tests.Length == 0 ? [] : [Sources.Project("tests/Tests.csproj", "Tests", Sources.Tree(("tests/Tests.cs", tests)))]);
        foreach (var project in code.Products.Concat(code.Tests))
            Sources.Errors(project).ShouldBeEmpty();
        return new(code, TestContext.Current.CancellationToken);
    }

    public static async Task<SpecCheckResult> CheckAsync(string text, SpecRuleCard card)
    {
        var spec = Spec(text);
        if (!card.NeedsTarget)
            return SpecCheck.Of(new(spec, null), new Dictionary<string, FindingSeverity>(), "not asked");
        var index = Index(card.Product, card.Tests);
        var examples = await RunAsync(card.Product, [.. spec.AllClauses.Where(clause => clause.Example is not null)]);
        return SpecCheck.Of(new(spec, new(index, examples, new Tracer(spec, index, TraceMatrix.None, null, hidesIdentifiers: false).Tests())), new Dictionary<string, FindingSeverity>(), "");
    }

    /// <summary>Runs examples beside a product that is compiled into a folder of its own, with the runtime that these tests run on.</summary>
    public static async Task<IReadOnlyDictionary<string, ExampleResult>> RunAsync(string product, IReadOnlyList<Clause> examples)
    {
        if (examples.Count == 0)
            return new Dictionary<string, ExampleResult>();
        using var folder = new TemporaryFolder();
        var compilation = Sources.Project("src/Product.csproj", "Product", Sources.Tree(("src/Product.cs", product))).Compilation;
        var image = folder.File("Product.dll");
        compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        var runtime = folder.Write("host.runtimeconfig.json", $$"""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" } } }""");
        var host = new ExampleHost([.. compilation.References.Where(reference => reference is PortableExecutableReference { FilePath: not null }), MetadataReference.CreateFromFile(image)], folder.Path, runtime, []);
        return await new ExampleRunner(new DotNet(new()), host).RunAsync(examples, TestContext.Current.CancellationToken);
    }
}
