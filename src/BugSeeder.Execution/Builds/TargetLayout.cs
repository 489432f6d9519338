namespace BugSeeder.Execution.Builds;

/// <summary>How the tests of a test project are run.</summary>
public enum TestRoute
{
    /// <summary>Through VSTest and the framework's own adapter.</summary>
    VSTest,

    /// <summary>The test project is a program with xunit.v3's own runner in it.</summary>
    XunitExecutable,

    /// <summary>The test project is a program with Microsoft.Testing.Platform in it, to which xunit.v3 adds its own report.</summary>
    XunitTestingPlatform,

    /// <summary>The test project is a program with Microsoft.Testing.Platform and its TRX report in it.</summary>
    TestingPlatform,
}

/// <summary>A test project.</summary>
/// <param name="Path">The project file, relative to the target.</param>
/// <param name="Framework">The target framework it is run for.</param>
/// <param name="IsMultiTargeted">Whether the framework has to be named to the build.</param>
/// <param name="Assembly">Its output, relative to the target.</param>
/// <param name="Name">Its assembly's name.</param>
/// <param name="Route">How its tests are run.</param>
/// <param name="RouteReason">Why they are run so.</param>
/// <param name="RunSettings">Its run settings file, relative to the target; <see langword="null"/> when it has none.</param>
public sealed record TestProject(
    string Path,
    string Framework,
    bool IsMultiTargeted,
    string Assembly,
    string Name,
    TestRoute Route,
    string RouteReason,
    string? RunSettings)
{
    /// <summary>What its build gave to the C# compiler; <see langword="null"/> where that has to be asked.</summary>
    public CompilerCall? Compiler { get; init; }
}

/// <summary>A project that the tests reference, where bugs may be planted.</summary>
/// <param name="Path">The project file, relative to the target.</param>
/// <param name="Framework">The framework that the tests use it for.</param>
/// <param name="IsMultiTargeted">Whether the framework has to be named to the build.</param>
public sealed record ProductProject(string Path, string Framework, bool IsMultiTargeted)
{
    /// <summary>What its build gave to the C# compiler; <see langword="null"/> where that has to be asked.</summary>
    public CompilerCall? Compiler { get; init; }
}

/// <summary>What a target consists of.</summary>
/// <param name="Tests">Its test projects, by path.</param>
/// <param name="Products">The C# projects that the tests reference, by path.</param>
/// <param name="Passed">Test projects that cannot be run here, with the reason.</param>
/// <param name="RollForward">Whether tests run on a newer runtime than they were built for.</param>
public sealed record TargetLayout(
    IReadOnlyList<TestProject> Tests,
    IReadOnlyList<ProductProject> Products,
    IReadOnlyList<string> Passed,
    bool RollForward)
{
    /// <summary>Whether a file belongs to a test project.</summary>
    public bool IsTestFile(string path) => Tests.Any(test => IsUnder(path, test.Path)) && !Products.Any(product => IsUnder(path, product.Path) && Deeper(product.Path));

    private static string FolderOf(string project) => project.LastIndexOf('/') is var slash and >= 0 ? project[..(slash + 1)] : "";

    private static bool IsUnder(string path, string project) => path.StartsWith(FolderOf(project), StringComparison.Ordinal);

    private bool Deeper(string product) => Tests.All(test => FolderOf(product).Length > FolderOf(test.Path).Length || !IsUnder(product, test.Path));
}
