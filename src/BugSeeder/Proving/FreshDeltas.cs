using BugSeeder.Hosting;
using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Proving;

/// <summary>Deltas for the fresh processes of one lane, each from the original to some seeds at once: milliseconds, where whole images take hundreds of them.</summary>
internal sealed class FreshDeltas(HostedTarget host)
{
    private readonly Dictionary<(HostedSuite Suite, string Project), DeltaSession> sessions = [];

    /// <summary>By suite: what plants seeds in the original. <see langword="null"/> where the compiler gives no delta.</summary>
    public IReadOnlyDictionary<HostedSuite, IReadOnlyList<ModuleDelta>>? Of(IReadOnlyList<ColdCase> cases, CancellationToken cancellationToken)
    {
        var edits = cases.SelectMany(item => item.Seed.Edits).ToList();
        var deltas = new Dictionary<HostedSuite, IReadOnlyList<ModuleDelta>>();
        foreach (var suite in host.Suites)
        {
            var own = new List<ModuleDelta>();
            foreach (var project in host.Emitter.Products.Where(project => host.Uses(suite, project)))
            {
                List<BodyKey> bodies = [.. cases.SelectMany(item => item.Bodies!.GetValueOrDefault(project.Project, [])).Distinct()];
                if (bodies.Count == 0)
                    continue;
                if (!sessions.TryGetValue((suite, project.Project), out var session))
                    sessions[(suite, project.Project)] = session = new(project, host.BuiltImage(suite, project));
                session.Restart();
                if (session.MoveTo(project.WithEdits(edits), bodies, cancellationToken).Delta is not { } delta)
                    return null;
                own.Add(delta);
            }

            deltas[suite] = own;
        }

        return deltas;
    }
}
