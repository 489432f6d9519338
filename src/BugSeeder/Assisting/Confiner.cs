using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Execution.Sandboxes.Network;
using BugSeeder.Model;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Assisting;

/// <summary>Shuts the assistants of a run in, as strongly as this machine can and the user wants.</summary>
/// <param name="sandbox">What this machine has.</param>
/// <param name="settings">What the user wants.</param>
/// <param name="packages">The packages that a target needs; <see langword="null"/> for none.</param>
/// <param name="hidden">Folders that must not be seen wherever they lie.</param>
internal sealed class Confiner(Sandbox sandbox, ConfinementSettings settings, PackageFolder? packages, IReadOnlyList<string> hidden)
{
    private const string Packages = "/packages";

    /// <summary>What is recorded of it with the run.</summary>
    /// <param name="tests">What shuts builds and tests in.</param>
    public Confinement Record(string tests) =>
        new(sandbox.Level, sandbox.Text, settings.OpenNetwork || !sandbox.Hides, [.. settings.Hosts.Select(host => host.ToString())], tests);

    /// <summary>Without a wall everything that an assistant of others does could be a look at the answer, so it takes the user's word.</summary>
    /// <exception cref="UserError">There is no wall, and the user did not allow to do without.</exception>
    public static void RefuseUnlessAllowed(Sandbox sandbox, ConfinementSettings settings, IReadOnlyList<IAssistant> assistants)
    {
        if (sandbox.Hides || settings.AllowUnsandboxed)
            return;
        if (assistants.FirstOrDefault(assistant => !assistant.IsOurs) is { } others)
            throw new UserError(
                $"The assistant '{others.Name}' cannot be shut in on this machine, so the answer could not be hidden from it, nor your files.",
                $"{sandbox.Remedy} Or accept it with --allow-unsandboxed; every report will say so.",
                ExitCode.AssistantUnusable);
    }

    /// <summary>Makes what runs one trial.</summary>
    /// <param name="place">A folder of our own for the trial, to which the box's user gets.</param>
    public ConfinedTrial Open(string place)
    {
        IReadOnlyList<BoxMount> mounts = packages is null ? [] : [new(packages.Path, Packages)];
        if (sandbox.Box(mounts) is not { } box)
            return new(new DirectLauncher(), []);
        var proxies = new List<AllowListProxy>();
        var launcher = new BoxedLauncher(
            box with
            {
                Hidden = hidden,
                Limits = settings.Limits,
                Environment = packages is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["NUGET_PACKAGES"] = Packages },
            },
            hosts => settings.OpenNetwork ? new OpenNetwork() : Through(proxies, place, hosts));
        return new(launcher, proxies);
    }

    private ProxiedNetwork Through(List<AllowListProxy> proxies, string place, IReadOnlyList<ApiHost> hosts)
    {
        var proxy = new AllowListProxy(Path.Combine(place, $"p{proxies.Count}"), hosts.Concat(settings.Hosts));
        proxies.Add(proxy);
        return new(proxy);
    }
}

/// <summary>What runs one trial, and what it asked of the network.</summary>
internal sealed record ConfinedTrial(ILauncher Launcher, IReadOnlyList<AllowListProxy> Proxies) : IDisposable
{
    public IReadOnlyList<NetworkRequest> Requests => [.. Proxies.SelectMany(proxy => proxy.Requests)];

    public void Dispose()
    {
        foreach (var proxy in Proxies)
            proxy.Dispose();
    }
}
