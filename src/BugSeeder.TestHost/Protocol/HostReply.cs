namespace BugSeeder.TestHost.Protocol;

/// <summary>What a worker answers.</summary>
public abstract record HostReply
{
    private HostReply()
    {
    }

    /// <summary>The first message after the start.</summary>
    /// <param name="Version">The protocol's version, <see cref="Frame.Version"/>.</param>
    /// <param name="ProcessId">The worker's process.</param>
    /// <param name="Runtime">The runtime it is in.</param>
    public sealed record Hello(int Version, int ProcessId, string Runtime) : HostReply;

    /// <summary>The tests that were found; a test's number is its place here.</summary>
    /// <param name="Tests">The tests.</param>
    public sealed record Found(IReadOnlyList<HostedTest> Tests) : HostReply;

    /// <summary>The run came to its end.</summary>
    /// <param name="Results">One entry for each reported result.</param>
    /// <param name="Threads">How many threads the process has now: what a test left running shows here.</param>
    /// <param name="WorkingSet">Memory in use, in bytes.</param>
    public sealed record Ran(IReadOnlyList<HostedResult> Results, int Threads, long WorkingSet) : HostReply;

    /// <summary>How often each probe was passed.</summary>
    /// <param name="Before">By probe: passes before the first group, while tests were found.</param>
    /// <param name="Groups">By group: the probes that were passed in it.</param>
    /// <param name="FailedTests">The tests that failed in their group, by number.</param>
    public sealed record Covered(IReadOnlyList<ProbeCount> Before, IReadOnlyList<IReadOnlyList<ProbeCount>> Groups, IReadOnlyList<int> FailedTests) : HostReply;

    /// <summary>What was looked for.</summary>
    /// <param name="Types">The types' full names; <see langword="null"/> where there are too many objects to tell.</param>
    public sealed record Seen(IReadOnlyList<string>? Types) : HostReply;

    /// <summary>A test used up its limit and is still running. The worker is of no more use.</summary>
    /// <param name="Test">The number of a test that had ended last before it; -1 for none.</param>
    /// <param name="Cpu">Whether CPU time ran out, and not time on the clock.</param>
    public sealed record Stalled(int Test, bool Cpu) : HostReply;

    /// <summary>It could not be done.</summary>
    /// <param name="Where">What failed.</param>
    /// <param name="Message">The exception.</param>
    public sealed record Failed(HostStep Where, string Message) : HostReply;

    /// <summary>Writes it.</summary>
    public void WriteTo(Stream stream) => Frame.Write(stream, writer =>
    {
        switch (this)
        {
            case Hello reply:
                writer.Write((byte)1);
                writer.Write(reply.Version);
                writer.Write(reply.ProcessId);
                writer.Write(reply.Runtime);
                break;
            case Found reply:
                writer.Write((byte)2);
                writer.WriteList(reply.Tests, test => test.WriteTo(writer));
                break;
            case Ran reply:
                writer.Write((byte)3);
                writer.WriteList(reply.Results, result => result.WriteTo(writer));
                writer.Write(reply.Threads);
                writer.Write(reply.WorkingSet);
                break;
            case Covered reply:
                writer.Write((byte)4);
                writer.WriteList(reply.Before, count => count.WriteTo(writer));
                writer.WriteList(reply.Groups, group => writer.WriteList(group, count => count.WriteTo(writer)));
                writer.WriteList(reply.FailedTests, writer.Write);
                break;
            case Stalled reply:
                writer.Write((byte)5);
                writer.Write(reply.Test);
                writer.Write(reply.Cpu);
                break;
            case Failed reply:
                writer.Write((byte)6);
                writer.Write((byte)reply.Where);
                writer.Write(reply.Message);
                break;
            case Seen reply:
                writer.Write((byte)7);
                writer.Write(reply.Types is not null);
                writer.WriteList(reply.Types ?? [], writer.Write);
                break;
            default:
                throw new InvalidOperationException($"No such reply: {GetType().Name}");
        }
    });

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is no reply of this version.</exception>
    public static HostReply Read(byte[] content)
    {
        using var reader = Frame.Reader(content);
        return reader.ReadByte() switch
        {
            1 => new Hello(reader.ReadInt32(), reader.ReadInt32(), reader.ReadString()),
            2 => new Found(reader.ReadList(() => HostedTest.Read(reader))),
            3 => new Ran(reader.ReadList(() => HostedResult.Read(reader)), reader.ReadInt32(), reader.ReadInt64()),
            4 => new Covered(reader.ReadList(() => ProbeCount.Read(reader)), reader.ReadList<IReadOnlyList<ProbeCount>>(() => reader.ReadList(() => ProbeCount.Read(reader))), reader.ReadList(reader.ReadInt32)),
            5 => new Stalled(reader.ReadInt32(), reader.ReadBoolean()),
            6 => new Failed((HostStep)reader.ReadByte(), reader.ReadString()),
            7 => new Seen(reader.ReadBoolean() ? reader.ReadList(reader.ReadString) : null),
            var other => throw new InvalidDataException($"There is no reply {other}."),
        };
    }
}

/// <summary>The step of a request that failed.</summary>
public enum HostStep
{
    /// <summary>A delta could not be applied.</summary>
    Apply,

    /// <summary>The framework could not be loaded, or the tests not be found.</summary>
    Discover,

    /// <summary>The framework broke while it ran tests, or reported nothing.</summary>
    Run,

    /// <summary>The objects could not be looked at.</summary>
    Look,
}

/// <summary>A test as its framework names it.</summary>
/// <param name="Class">The class's full name, nested classes behind a plus sign.</param>
/// <param name="Method">The method's name; empty where only the full name is known.</param>
/// <param name="Shown">What the test is shown as.</param>
public sealed record HostedTest(string Class, string Method, string Shown)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(Class);
        writer.Write(Method);
        writer.Write(Shown);
    }

    internal static HostedTest Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadString());
}

/// <summary>How a test ended.</summary>
public enum HostedOutcome
{
    /// <summary>It ran and passed.</summary>
    Passed,

    /// <summary>It ran and failed.</summary>
    Failed,

    /// <summary>It was skipped, inconclusive or not run.</summary>
    Skipped,
}

/// <summary>One reported result.</summary>
/// <param name="Test">The test's number; -1 for a failure outside of any test, such as in a fixture's clean-up.</param>
/// <param name="Shown">What this result is shown as, where one test has several; empty where it is the test's own name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Cpu">CPU time of the whole process since the result before, in milliseconds; 0 where it was not measured.</param>
/// <param name="Wall">Time on the clock since the result before, in milliseconds; 0 where it was not measured.</param>
/// <param name="Message">Type and message of what failed; empty when nothing did.</param>
public sealed record HostedResult(int Test, string Shown, HostedOutcome Outcome, double Cpu, double Wall, string Message)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(Test);
        writer.Write(Shown);
        writer.Write((byte)Outcome);
        writer.Write(Cpu);
        writer.Write(Wall);
        writer.Write(Message);
    }

    internal static HostedResult Read(BinaryReader reader) =>
        new(reader.ReadInt32(), reader.ReadString(), (HostedOutcome)reader.ReadByte(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadString());
}

/// <summary>A probe that was passed.</summary>
/// <param name="Counter">The number of its module's counter in the request.</param>
/// <param name="Probe">The probe's number in its module.</param>
/// <param name="Count">How often; it may wrap around.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ProbeCount(int Counter, int Probe, int Count)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Counter);
        writer.Write7BitEncodedInt(Probe);
        writer.Write(Count);
    }

    internal static ProbeCount Read(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.ReadInt32());
}
