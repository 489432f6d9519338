using System.Collections.Concurrent;
using System.Security.Cryptography;
using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace BugSeeder.Hosting;

/// <summary>
/// Compiles changed projects in memory, and with them whatever is compiled against what changed in them: a constant, a default or a signature
/// lives on in its users, tests included. Like MSBuild it goes by the reference assembly: where that is the same, users are left as they are.
/// </summary>
internal sealed class Emitter
{
    private readonly ConcurrentDictionary<string, string?> surfaces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> compiling = new(StringComparer.Ordinal);

    public Emitter(TargetCode code)
    {
        Projects = InOrder([.. code.Products.Concat(code.Tests).Select(Relaxed)]);
        Products = [.. Projects.Where(project => code.Products.Any(product => product.Project == project.Project))];
    }

    /// <summary>All projects, each behind those that it refers to. Warnings are off: what the real build says of them is asked elsewhere.</summary>
    public IReadOnlyList<ProjectCode> Projects { get; }

    /// <summary>The product projects among them.</summary>
    public IReadOnlyList<ProjectCode> Products { get; }

    /// <summary>The product projects that edits change, with the edits made.</summary>
    public IReadOnlyList<ProjectCode> ProductsWith(IReadOnlyCollection<TextEdit> edits) =>
        [.. Products.Where(project => edits.Any(edit => project.Trees.ContainsKey(edit.File))).Select(project => project.WithEdits(edits))];

    /// <summary>The simple name of a project's assembly.</summary>
    public static string AssemblyOf(ProjectCode project) => project.Compilation.AssemblyName!;

    /// <summary>The simple names of what a project is compiled against.</summary>
    public static IEnumerable<string> ReferencesOf(ProjectCode project) => project.Compilation.References.OfType<PortableExecutableReference>().Select(NameOf);

    /// <summary>Compiles changed projects and, unless only bodies have changed, their users.</summary>
    /// <param name="changed">The changed projects, made from <see cref="Projects"/>.</param>
    /// <param name="bodiesOnly">Whether nothing but method bodies has changed, so that no user can have taken anything over.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Emission Emit(IReadOnlyList<ProjectCode> changed, bool bodiesOnly, CancellationToken cancellationToken)
    {
        var replaced = new Dictionary<string, MetadataReference>(StringComparer.OrdinalIgnoreCase);
        var images = new List<EmittedImage>();
        foreach (var project in Projects)
        {
            var edited = changed.FirstOrDefault(other => other.Project == project.Project);
            var current = WithReferences(edited ?? project, replaced);
            if (edited is null && ReferenceEquals(current, project))
                continue;
            if (!bodiesOnly)
                current = current.Regenerated(cancellationToken);
            var (image, error) = EmitOne(current, cancellationToken);
            if (image is null)
                return new([], error, IsOriginals: !Compiles(project.Project, cancellationToken));
            images.Add(image);
            if (!bodiesOnly && Surface(current.Compilation, cancellationToken) is var surface && (surface is null || surface != OriginalSurface(project, cancellationToken)))
                replaced[image.Assembly] = MetadataReference.CreateFromImage(image.Code);
        }

        return new(images, null);
    }

    /// <summary>Whether a project as it is compiles here, as it does in the real build; asked only where an error is about to be believed.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public bool Compiles(string project, CancellationToken cancellationToken) =>
        compiling.GetOrAdd(project, _ => Projects.First(other => other.Project == project) is var original && EmitOne(original with { Compilation = original.Compilation.Clone() }, cancellationToken).Image is not null);

    /// <summary>Compiles one project.</summary>
    public static (EmittedImage? Image, string? Error) EmitOne(ProjectCode project, CancellationToken cancellationToken)
    {
        using var code = new MemoryStream();
        using var version = project.Compilation.CreateDefaultWin32Resources(versionResource: true, noManifest: true, manifestContents: null, iconInIcoFormat: null);
        var name = AssemblyOf(project);
        var result = project.Compilation.Emit(code, win32Resources: version, manifestResources: project.Resources, cancellationToken: cancellationToken);
        return result.Success
            ? (new(name, code.ToArray()), null)
            : (null, result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is var error ? $"{error.Id}: {error.GetMessage()}" : null);
    }

    private string? OriginalSurface(ProjectCode project, CancellationToken cancellationToken) =>
        surfaces.GetOrAdd(project.Project, _ => Surface(project.Compilation, cancellationToken));

    /// <summary>A hash of the reference assembly; <see langword="null"/> where none can be made.</summary>
    private static string? Surface(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        return compilation.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false), cancellationToken: cancellationToken).Success
            ? Convert.ToHexString(SHA256.HashData(image.ToArray()))
            : null;
    }

    private static ProjectCode WithReferences(ProjectCode project, Dictionary<string, MetadataReference> replaced)
    {
        var compilation = project.Compilation;
        foreach (var reference in compilation.References.OfType<PortableExecutableReference>())
        {
            if (replaced.TryGetValue(NameOf(reference), out var other))
                compilation = compilation.ReplaceReference(reference, other.WithProperties(reference.Properties));
        }

        return ReferenceEquals(compilation, project.Compilation) ? project : project with { Compilation = compilation };
    }

    private static string NameOf(PortableExecutableReference reference) => Path.GetFileNameWithoutExtension(reference.FilePath) ?? "";

    private static ProjectCode Relaxed(ProjectCode project) => project with
    {
        Compilation = project.Compilation.WithOptions(project.Compilation.Options
            .WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)
            .WithSpecificDiagnosticOptions([])
            .WithSyntaxTreeOptionsProvider(null)
            .WithReportSuppressedDiagnostics(false)
            .WithDeterministic(true)
            // Both cores are busy with several of these already.
            .WithConcurrentBuild(false)),
    };

    private static List<ProjectCode> InOrder(List<ProjectCode> projects)
    {
        var ordered = new List<ProjectCode>();
        var names = projects.DistinctBy(AssemblyOf, StringComparer.OrdinalIgnoreCase).ToDictionary(AssemblyOf, StringComparer.OrdinalIgnoreCase);
        void Add(ProjectCode project)
        {
            if (ordered.Contains(project))
                return;
            foreach (var name in ReferencesOf(project))
            {
                if (names.TryGetValue(name, out var other) && other != project)
                    Add(other);
            }

            ordered.Add(project);
        }

        projects.ForEach(Add);
        return ordered;
    }
}
