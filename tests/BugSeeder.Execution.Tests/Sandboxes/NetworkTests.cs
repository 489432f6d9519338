using System.Net;
using System.Net.Sockets;
using BugSeeder.Execution.Assistants;
using BugSeeder.Execution.Processes;
using BugSeeder.Execution.Sandboxes;
using BugSeeder.Execution.Sandboxes.Network;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Trials;

namespace BugSeeder.Execution.Tests.Sandboxes;

public abstract class NetworkTests(SandboxLevel level)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_box_without_a_network_reaches_nothing()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var server = new Greeter();

        var seen = await Bash(walled, $"tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' '; {Greet(server.Port)}", walled.Box());

        seen.ShouldBe("lo\n");
    }

    [Fact]
    public async Task A_host_on_the_list_is_reached_through_the_proxy_and_no_other()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var allowed = new Greeter();
        using var other = new Greeter();
        using var proxy = new AllowListProxy(Path.Combine(walled.Folder, "p"), [new("127.0.0.1", allowed.Port)]);
        string Ask(string host) => $"exec 3<>/dev/tcp/127.0.0.1/3128; printf 'CONNECT {host} HTTP/1.1\\r\\n\\r\\nGET / HTTP/1.0\\r\\n\\r\\n' >&3; timeout 5 cat <&3; exec 3>&-; ";

        var seen = await Bash(walled, Ask($"127.0.0.1:{allowed.Port}") + Ask($"127.0.0.1:{other.Port}") + Ask("example.com:443"), walled.Box() with { Network = new ProxiedNetwork(proxy) });

        seen.ShouldContain("hello");
        seen.Split("403 Forbidden").Length.ShouldBe(3);
        proxy.Requests.ShouldBe([
            new($"127.0.0.1:{allowed.Port}", NetworkVerdict.Allowed, 1),
            new($"127.0.0.1:{other.Port}", NetworkVerdict.Refused, 1),
            new("example.com:443", NetworkVerdict.Refused, 1)]);
        (allowed.Calls, other.Calls).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_server_of_this_machine_that_may_be_reached_is_at_its_own_port_inside()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var allowed = new Greeter();
        using var other = new Greeter();
        using var proxy = new AllowListProxy(Path.Combine(walled.Folder, "p"), [new("localhost", allowed.Port)]);

        var seen = await Bash(walled, Greet(allowed.Port) + Greet(other.Port), walled.Box() with { Network = new ProxiedNetwork(proxy) });

        seen.ShouldContain("hello");
        (allowed.Calls, other.Calls).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_plain_request_is_forwarded_once_and_its_connection_cannot_be_used_for_another_host()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var allowed = new Greeter();
        using var other = new Greeter();
        using var proxy = new AllowListProxy(Path.Combine(walled.Folder, "p"), [new("127.0.0.1", allowed.Port)]);
        var script = $"exec 3<>/dev/tcp/127.0.0.1/3128; printf 'GET http://127.0.0.1:{allowed.Port}/ HTTP/1.1\\r\\nHost: x\\r\\n\\r\\nGET http://127.0.0.1:{other.Port}/ HTTP/1.1\\r\\n\\r\\n' >&3; timeout 5 cat <&3";

        var seen = await Bash(walled, script, walled.Box() with { Network = new ProxiedNetwork(proxy) });

        seen.Split("hello").Length.ShouldBe(2);
        (allowed.Calls, other.Calls).ShouldBe((1, 0));
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\\r\\nHost: example.com\\r\\n\\r\\n")]
    [InlineData("CONNECT example.com HTTP/1.1\\r\\n\\r\\n")]
    [InlineData("CONNECT [::1]:22 HTTP/1.1\\r\\n\\r\\n")]
    [InlineData("GET file:///etc/passwd HTTP/1.1\\r\\n\\r\\n")]
    public async Task A_request_of_another_kind_is_refused_and_noted(string request)
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var proxy = new AllowListProxy(Path.Combine(walled.Folder, "p"), [new("api.example.com")]);

        var seen = await Bash(walled, $"exec 3<>/dev/tcp/127.0.0.1/3128; printf '{request}' >&3; timeout 5 cat <&3", walled.Box() with { Network = new ProxiedNetwork(proxy) });

        seen.ShouldStartWith("HTTP/1.1 403 Forbidden");
        proxy.Requests.ShouldHaveSingleItem().Verdict.ShouldBe(NetworkVerdict.Refused);
    }

    [Fact]
    public async Task Programs_are_told_of_the_proxy_and_the_relay_leaves_nothing_behind()
    {
        using var walled = await Walled.OpenAsync(level, Token);
        using var proxy = new AllowListProxy(Path.Combine(walled.Folder, "p"), []);

        var seen = await Bash(walled, "echo $HTTPS_PROXY; ls -A /tmp; ls -A; exit 3", walled.Box() with { Network = new ProxiedNetwork(proxy) }, exitCode: 3);

        seen.ShouldBe("http://127.0.0.1:3128\n");
    }

    [Theory]
    [InlineData("api.example.com", "api.example.com:443")]
    [InlineData("API.Example.com:8443", "api.example.com:8443")]
    [InlineData("http://localhost:11434/v1", "localhost:11434")]
    [InlineData("*.example.com", null)]
    [InlineData("a b", null)]
    public void A_host_is_read_as_a_user_writes_it(string text, string? expected)
    {
        ApiHost.Read(text)?.ToString().ShouldBe(expected);
    }

    private static string Greet(int port) => $"(exec 3<>/dev/tcp/127.0.0.1/{port} && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && timeout 5 cat <&3) 2>/dev/null; ";

    private static async Task<string> Bash(Walled walled, string script, Box box, int exitCode = 0)
    {
        var result = await ProcessRunner.RunAsync(new("bash", ["-c", script + (exitCode == 0 ? "\ntrue" : "")], walled.Workspace) { Box = box, TimeLimit = TimeSpan.FromSeconds(60) }, Token);
        (result.End, result.ExitCode).ShouldBe((ProcessEnd.Exited, exitCode), result.ErrorText);
        return result.OutputText;
    }

    /// <summary>A server on this machine that says hello and hangs up.</summary>
    private sealed class Greeter : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int calls;

        public Greeter()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Calls => calls;

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var caller = await listener.AcceptTcpClientAsync();
                    Interlocked.Increment(ref calls);
                    var stream = caller.GetStream();
                    _ = await stream.ReadAsync(new byte[1024]);
                    await stream.WriteAsync("HTTP/1.0 200 OK\r\nConnection: close\r\n\r\nhello"u8.ToArray());
                }
            }
            catch (Exception ended) when (ended is ObjectDisposedException or SocketException or IOException)
            {
                // The test is over.
            }
        }
    }
}
