using BugSeeder.Code;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Hosting;

/// <summary>A test of a suite, by the numbers of both.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct CoveringTest(int Suite, int Test);

/// <summary>Which tests run which stretch of code.</summary>
internal sealed class CoverageMap
{
    private readonly Dictionary<string, Module> modules = new(StringComparer.Ordinal);

    /// <summary>The full names of the types whose objects live on from test to test; <see langword="null"/> where that is not known.</summary>
    public IReadOnlySet<string>? Lasting { get; init; }

    /// <summary>The tests that fail where they run without others, so that they say something only in a run of all tests.</summary>
    public IReadOnlySet<CoveringTest> Dependent { get; init; } = new HashSet<CoveringTest>();

    /// <summary>Adds what was seen of a project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="regions">Its regions by file.</param>
    /// <param name="hits">By probe: the tests that passed it; <see langword="null"/> where any test may.</param>
    public void Add(string project, IReadOnlyDictionary<string, List<ProbeRegion>> regions, IReadOnlyDictionary<int, List<CoveringTest>?> hits) => modules[project] = new(regions, hits);

    /// <summary>The tests that run a stretch of a file; <see langword="null"/> where any test may.</summary>
    public IReadOnlyList<CoveringTest>? Of(ProjectCode project, string file, TextSpan span)
    {
        if (!modules.TryGetValue(project.Project, out var module) || !module.Regions.TryGetValue(file, out var regions))
            return null;
        var innermost = regions.Where(region => region.Span.Contains(span)).OrderBy(region => region.Span.Length).Select(region => (ProbeRegion?)region).FirstOrDefault();
        return innermost is not { Probe: >= 0 and var probe } ? null
            : module.Hits.TryGetValue(probe, out var tests) ? tests
            : [];
    }

    private sealed record Module(IReadOnlyDictionary<string, List<ProbeRegion>> Regions, IReadOnlyDictionary<int, List<CoveringTest>?> Hits);
}
