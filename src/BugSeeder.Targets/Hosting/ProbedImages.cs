using BugSeeder.Code;
using BugSeeder.Execution;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting;

/// <summary>The images of the product projects with counting probes in them.</summary>
/// <param name="Modules">Every project that can have them.</param>
internal sealed record ProbedImages(IReadOnlyList<ProbedImages.Module> Modules)
{
    /// <summary>One project with probes.</summary>
    /// <param name="Project">The project.</param>
    /// <param name="Image">Its image with probes.</param>
    /// <param name="Counter">Where they count.</param>
    /// <param name="Regions">What each of them stands for, by file.</param>
    internal sealed record Module(ProjectCode Project, EmittedImage Image, ProbeCounter Counter, IReadOnlyDictionary<string, List<ProbeRegion>> Regions);

    /// <summary>Compiles them. It can be done while other things are found out, since it needs nothing but code.</summary>
    public static async Task<ProbedImages> EmitAsync(Emitter emitter, CancellationToken cancellationToken)
    {
        var modules = new Module?[emitter.Products.Count];
        await Parallel.ForAsync(0, modules.Length, cancellationToken, (index, token) =>
        {
            using var phase = Phases.Start("coverage: compile probes");
            var project = emitter.Products[index];
            var type = $"Counted{index}";
            var writer = new ProbeWriter(project, type);
            if (writer.Emit(token) is { } image)
                modules[index] = new(project, image, new(Emitter.AssemblyOf(project), type, ProbeWriter.Field), writer.Regions);
            return ValueTask.CompletedTask;
        });
        return new([.. modules.OfType<Module>()]);
    }
}
