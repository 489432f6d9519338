namespace BugSeeder.TestHost.Protocol;

/// <summary>What a worker is asked to do. It does one thing at a time and answers each with one <see cref="HostReply"/>.</summary>
public abstract record HostRequest
{
    private HostRequest()
    {
    }

    /// <summary>Apply deltas, then find the tests; once in a worker's life.</summary>
    /// <param name="Deltas">What to change in the loaded code before anything of the target runs.</param>
    public sealed record Discover(IReadOnlyList<ModuleDelta> Deltas) : HostRequest;

    /// <summary>Apply deltas, then run tests.</summary>
    /// <param name="Deltas">What to change in the loaded code first.</param>
    /// <param name="Tests">The tests by number; <see langword="null"/> for all.</param>
    /// <param name="StopAtFirstFailure">Whether the rest may be left out once one has failed.</param>
    /// <param name="Limits">What one test may use.</param>
    /// <param name="Measure">Whether the time of each test is measured, which costs some itself.</param>
    public sealed record Run(IReadOnlyList<ModuleDelta> Deltas, IReadOnlyList<int>? Tests, bool StopAtFirstFailure, TestLimits Limits, bool Measure = false) : HostRequest;

    /// <summary>Run groups of tests one after the other, and say after each how often each probe was passed in it.</summary>
    /// <param name="Counters">Where the probes count.</param>
    /// <param name="Groups">The tests of each group by number; an empty group is all of them.</param>
    /// <param name="Limits">What one test may use.</param>
    public sealed record Cover(IReadOnlyList<ProbeCounter> Counters, IReadOnlyList<IReadOnlyList<int>> Groups, TestLimits Limits) : HostRequest;

    /// <summary>Say which types of some modules have objects that static fields of these modules lead to.</summary>
    /// <param name="Modules">The modules' simple names.</param>
    public sealed record Look(IReadOnlyList<string> Modules) : HostRequest;

    /// <summary>Writes it.</summary>
    public void WriteTo(Stream stream) => Frame.Write(stream, writer =>
    {
        switch (this)
        {
            case Discover request:
                writer.Write((byte)1);
                writer.WriteList(request.Deltas, delta => delta.WriteTo(writer));
                break;
            case Run request:
                writer.Write((byte)2);
                writer.WriteList(request.Deltas, delta => delta.WriteTo(writer));
                writer.Write(request.Tests is not null);
                writer.WriteList(request.Tests ?? [], writer.Write);
                writer.Write(request.StopAtFirstFailure);
                request.Limits.WriteTo(writer);
                writer.Write(request.Measure);
                break;
            case Cover request:
                writer.Write((byte)3);
                writer.WriteList(request.Counters, counter => counter.WriteTo(writer));
                writer.WriteList(request.Groups, group => writer.WriteList(group, writer.Write));
                request.Limits.WriteTo(writer);
                break;
            case Look request:
                writer.Write((byte)4);
                writer.WriteList(request.Modules, writer.Write);
                break;
            default:
                throw new InvalidOperationException($"No such request: {GetType().Name}");
        }
    });

    /// <summary>Reads one.</summary>
    /// <exception cref="InvalidDataException">It is no request of this version.</exception>
    public static HostRequest Read(byte[] content)
    {
        using var reader = Frame.Reader(content);
        switch (reader.ReadByte())
        {
            case 1:
                return new Discover(reader.ReadList(() => ModuleDelta.Read(reader)));
            case 2:
                var deltas = reader.ReadList(() => ModuleDelta.Read(reader));
                var some = reader.ReadBoolean();
                var tests = reader.ReadList(reader.ReadInt32);
                return new Run(deltas, some ? tests : null, reader.ReadBoolean(), TestLimits.Read(reader), reader.ReadBoolean());
            case 3:
                return new Cover(reader.ReadList(() => ProbeCounter.Read(reader)), reader.ReadList<IReadOnlyList<int>>(() => reader.ReadList(reader.ReadInt32)), TestLimits.Read(reader));
            case 4:
                return new Look(reader.ReadList(reader.ReadString));
            case var other:
                throw new InvalidDataException($"There is no request {other}.");
        }
    }
}

/// <summary>An edit-and-continue delta of one module.</summary>
/// <param name="Module">The assembly's simple name.</param>
/// <param name="Metadata">The metadata delta.</param>
/// <param name="Code">The IL delta.</param>
/// <param name="Symbols">The portable PDB delta.</param>
public sealed record ModuleDelta(string Module, byte[] Metadata, byte[] Code, byte[] Symbols)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(Module);
        writer.WriteBytes(Metadata);
        writer.WriteBytes(Code);
        writer.WriteBytes(Symbols);
    }

    internal static ModuleDelta Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadByteArray(), reader.ReadByteArray(), reader.ReadByteArray());
}

/// <summary>Where the probes of an instrumented module count: a static field that holds an array of 32-bit numbers.</summary>
/// <param name="Module">The assembly's simple name.</param>
/// <param name="Type">The full name of the type.</param>
/// <param name="Field">The field's name.</param>
public sealed record ProbeCounter(string Module, string Type, string Field)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(Module);
        writer.Write(Type);
        writer.Write(Field);
    }

    internal static ProbeCounter Read(BinaryReader reader) => new(reader.ReadString(), reader.ReadString(), reader.ReadString());
}

/// <summary>What one test may use before it counts as hanging, in milliseconds.</summary>
/// <param name="Cpu">CPU time of the whole process: what an endless loop uses up, however busy the machine is.</param>
/// <param name="Wall">Time on the clock: the looser limit, for what waits for ever.</param>
/// <param name="Idle">Time on the clock of a test that uses no CPU time all the while.</param>
public sealed record TestLimits(int Cpu, int Wall, int Idle)
{
    internal void WriteTo(BinaryWriter writer)
    {
        writer.Write(Cpu);
        writer.Write(Wall);
        writer.Write(Idle);
    }

    internal static TestLimits Read(BinaryReader reader) => new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
}
