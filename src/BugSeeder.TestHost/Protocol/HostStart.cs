namespace BugSeeder.TestHost.Protocol;

/// <summary>How a test project's tests are reached inside the worker.</summary>
public enum HostKind
{
    /// <summary>xunit 2, by its own execution library.</summary>
    Xunit2,

    /// <summary>xunit.v3, by its own execution library.</summary>
    Xunit3,

    /// <summary>NUnit, by the controller that its engine uses.</summary>
    NUnit,

    /// <summary>Any framework with a VSTest adapter, the worker in the place of VSTest's host.</summary>
    Adapter,
}

/// <summary>What a worker is started with. It travels in environment variables, which the worker removes before any of the target's code runs.</summary>
/// <param name="Socket">The Unix socket that the worker connects to.</param>
/// <param name="Kind">How the tests are reached.</param>
/// <param name="TestAssembly">The full path of the test assembly.</param>
/// <param name="Adapter">The full path of the VSTest adapter; <see langword="null"/> where none is used.</param>
/// <param name="SideBySide">Whether tests run side by side as they do in a real run, so that races show; otherwise one at a time, so that what is measured belongs to one test.</param>
public sealed record HostStart(string Socket, HostKind Kind, string TestAssembly, string? Adapter, bool SideBySide)
{
    private const string SocketVariable = "TESTHOST_SOCKET";
    private const string KindVariable = "TESTHOST_KIND";
    private const string AssemblyVariable = "TESTHOST_ASSEMBLY";
    private const string AdapterVariable = "TESTHOST_ADAPTER";
    private const string SideBySideVariable = "TESTHOST_SIDE_BY_SIDE";

    /// <summary>The runtime's own variables that make a worker of a process; tests' children must not inherit them.</summary>
    private static readonly Dictionary<string, string> Runtime = new(StringComparer.Ordinal)
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(HostStart).Assembly.Location,
        ["DOTNET_MODIFIABLE_ASSEMBLIES"] = "debug",
        // Instrumented code would be compiled once more, which short runs never earn back.
        ["DOTNET_TieredPGO"] = "0",
        // Nor is what is called a few dozen times worth compiling a second time. The number is hexadecimal.
        ["DOTNET_TC_CallCountThreshold"] = "1000",
        // Every method is compiled here, and to map its code twice, so that none is ever writable and executable, costs a tenth of that.
        ["DOTNET_EnableWriteXorExecute"] = "0",
        // A worker that is killed would leave the pipes and sockets behind that debuggers and tools are offered.
        ["DOTNET_EnableDiagnostics"] = "0",
    };

    /// <summary>The variables to start the process with.</summary>
    public IReadOnlyDictionary<string, string?> ToEnvironment() => new Dictionary<string, string?>(Runtime.ToDictionary(entry => entry.Key, entry => (string?)entry.Value), StringComparer.Ordinal)
    {
        [SocketVariable] = Socket,
        [KindVariable] = Kind.ToString(),
        [AssemblyVariable] = TestAssembly,
        [AdapterVariable] = Adapter,
        [SideBySideVariable] = SideBySide.ToString(),
    };

    /// <summary>Takes what a worker was started with out of its environment; <see langword="null"/> when this process is no worker.</summary>
    internal static HostStart? Take()
    {
        var socket = Environment.GetEnvironmentVariable(SocketVariable);
        if (socket is null)
            return null;
        var start = new HostStart(
            socket,
            Enum.Parse<HostKind>(Environment.GetEnvironmentVariable(KindVariable)!),
            Environment.GetEnvironmentVariable(AssemblyVariable)!,
            Environment.GetEnvironmentVariable(AdapterVariable) is { Length: > 0 } adapter ? adapter : null,
            bool.Parse(Environment.GetEnvironmentVariable(SideBySideVariable)!));
        foreach (var name in Runtime.Keys.Concat([SocketVariable, KindVariable, AssemblyVariable, AdapterVariable, SideBySideVariable]))
            Environment.SetEnvironmentVariable(name, null);
        return start;
    }
}
