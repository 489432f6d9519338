using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.Execution.Builds;
using BugSeeder.Execution.Trees;

namespace BugSeeder.Hosting;

/// <summary>
/// Finds the assemblies of which only the real build can say anything: those that something rewrites after compilation, and those that the build itself
/// runs, since a change in them changes what it makes of other code. Analyzers and source generators are named to the compiler. A program that a build
/// step starts is not named anywhere, so where there are such steps whatever no test refers to may be one.
/// </summary>
internal static partial class RealOnly
{
    /// <summary>The assemblies by simple name, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Of(Emitter emitter, Judge judge)
    {
        using var phase = Phases.Start("look for what only the build can tell");
        var tests = judge.Layout.Tests.Select(test => Path.Combine(judge.BuiltFolder, test.Assembly)).ToList();
        var known = emitter.Projects.Select(Emitter.AssemblyOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reasons = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var project in emitter.Projects)
        {
            if (tests.Select(test => Beside(test, Emitter.AssemblyOf(project))).FirstOrDefault(File.Exists) is { } image && RewrittenImages.IsOne(project, image))
                reasons.TryAdd(Emitter.AssemblyOf(project), "something rewrites it after compilation");
        }

        foreach (var name in RunByTheCompiler(emitter.Projects))
            reasons.TryAdd(name, "the build itself runs it, as an analyzer or a source generator or for one");
        if (HasBuildSteps(judge.Original))
        {
            var referred = ReferredTo(tests, known);
            foreach (var name in emitter.Products.Select(Emitter.AssemblyOf).Where(name => !referred.Contains(name)))
                reasons.TryAdd(name, "no test refers to it, and it may be what a step of the build runs");
        }

        return reasons;
    }

    /// <summary>Whether a step of the build starts a program or loads a task.</summary>
    internal static bool HasBuildSteps(SourceTree tree) =>
        tree.Files.Any(file => IsOfMSBuild(file.Key) && file.Value.Text is { } text && BuildStep().IsMatch(text));

    private static bool IsOfMSBuild(string path) =>
        Path.GetExtension(path) is { Length: > 0 } extension && (extension is ".props" or ".targets" || extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase));

    /// <summary>Analyzers and generators, and what they are compiled against.</summary>
    private static HashSet<string> RunByTheCompiler(IReadOnlyList<ProjectCode> projects)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<string>(projects.SelectMany(project => project.BuildTools));
        while (open.TryDequeue(out var name))
        {
            if (projects.FirstOrDefault(project => string.Equals(Emitter.AssemblyOf(project), name, StringComparison.OrdinalIgnoreCase)) is { } project && found.Add(name))
                Emitter.ReferencesOf(project).ToList().ForEach(open.Enqueue);
        }

        return found;
    }

    /// <summary>What built test assemblies refer to, themselves or through others.</summary>
    private static HashSet<string> ReferredTo(IReadOnlyList<string> tests, HashSet<string> known)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var test in tests)
        {
            var open = new Queue<string>([test]);
            while (open.TryDequeue(out var image))
            {
                foreach (var name in References(image).Where(name => known.Contains(name) && found.Add(name)))
                    open.Enqueue(Beside(test, name));
            }
        }

        return found;
    }

    private static IReadOnlyList<string> References(string image)
    {
        if (!File.Exists(image))
            return [];
        using var reader = new PEReader(File.OpenRead(image));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }

    private static string Beside(string test, string assembly) => Path.Combine(Path.GetDirectoryName(test)!, assembly + ".dll");

    [GeneratedRegex(@"<(Exec|UsingTask)\s")]
    private static partial Regex BuildStep();
}
