using BugSeeder.Execution.Assistants;

namespace BugSeeder.Execution.Sandboxes.Network;

/// <summary>What brings the proxy into a box.</summary>
/// <param name="Words">What stands before the program: it starts the relay, waits until that is ready, and becomes the program.</param>
/// <param name="Environment">The variables by which programs find a proxy.</param>
/// <param name="Mounts">The proxy's socket and the relay.</param>
internal sealed record RelayPlan(IReadOnlyList<string> Words, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<BoxMount> Mounts)
{
    private const string Socket = "/run/proxy.sock";
    private const string Place = "/opt/relay";
    private const int ProxyPort = 3128;

    /// <summary>The relay is no child of the program, which might wait for its children; a quarter of an hour is long enough on any machine.</summary>
    private const string Script = """
        ready=$(mktemp); dotnet=$1; ports=$2; shift 2
        ( "$dotnet" exec /opt/relay/relay.dll /run/proxy.sock $ports > "$ready" 2> /dev/null < /dev/null & )
        tries=0; until [ -s "$ready" ]; do tries=$((tries + 1)); if [ "$tries" -gt 3000 ]; then echo 'The network did not come up.' >&2; exit 125; fi; sleep 0.01; done
        rm -f "$ready"; exec "$@"
        """;

    /// <summary>Plans it.</summary>
    /// <param name="socket">The proxy's socket outside.</param>
    /// <param name="allowed">Who may be reached; servers on this machine get their own port on the box's loopback.</param>
    /// <param name="stage">Where the relay is put.</param>
    public static RelayPlan Of(string socket, IEnumerable<ApiHost> allowed, Stage stage)
    {
        var ports = allowed.Where(host => host.IsLoopback).DistinctBy(host => host.Port).Select(host => $"{host.Port}={host}").Prepend($"{ProxyPort}");
        var address = $"http://127.0.0.1:{ProxyPort}";
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NO_PROXY"] = "localhost,127.0.0.1,::1",
            ["no_proxy"] = "localhost,127.0.0.1,::1",
            // Node's own fetch looks at proxies only when it is told to.
            ["NODE_USE_ENV_PROXY"] = "1",
        };
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy" })
            environment[name] = address;
        var dotnet = Path.Combine(Toolchain.Folder ?? "/usr/bin", "dotnet");
        return new(["/bin/sh", "-c", Script, "sh", dotnet, string.Join(' ', ports)], environment, [new(socket, Socket, IsWritable: false), new(stage.Relay, Place)]);
    }
}
