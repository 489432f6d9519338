using BugSeeder.TestHost.Protocol;

namespace BugSeeder.Hosting.Tests;

public sealed class ProtocolTests
{
    private static readonly ModuleDelta Delta = new("Product", [1, 2], [], [3]);
    private static readonly TestLimits Limits = new(500, 10_000, 2_000);

    [Fact]
    public void Every_request_comes_out_as_it_went_in()
    {
        Same(new HostRequest.Discover([Delta]));
        Same(new HostRequest.Run([Delta, Delta], [3, 1], true, Limits, Measure: true));
        Same(new HostRequest.Run([], null, false, Limits));
        Same(new HostRequest.Look(["Product", "Tests"]));
        Same(new HostRequest.Cover([new("Product", "Counted0", "Counts")], [[1], [], [2, 3]], Limits));
    }

    [Fact]
    public void All_tests_are_told_from_no_test()
    {
        ((HostRequest.Run)Through(new HostRequest.Run([], null, false, Limits))).Tests.ShouldBeNull();
        ((HostRequest.Run)Through(new HostRequest.Run([], [], false, Limits))).Tests.ShouldBe([]);
    }

    [Fact]
    public void Every_reply_comes_out_as_it_went_in()
    {
        Same(new HostReply.Hello(Frame.Version, 4711, ".NET 10.0.0"));
        Same(new HostReply.Found([new("A.B+C", "M", "A.B+C.M(x: \"ü\")")]));
        Same(new HostReply.Ran([new(-1, "row", HostedOutcome.Failed, 1.5, 2.5, "no\nwonder")], 12, 1L << 40));
        Same(new HostReply.Covered([new(0, 300, 1)], [[], [new(1, 2, -3)]], [4, 2]));
        Same(new HostReply.Seen(["A.B+C`1"]));
        Same(new HostReply.Seen(null));
        Same(new HostReply.Stalled(7, true));
        Same(new HostReply.Failed(HostStep.Run, "it broke"));
    }

    [Fact]
    public async Task A_message_that_is_cut_off_is_none()
    {
        using var stream = new MemoryStream();
        new HostReply.Failed(HostStep.Apply, "a long reason").WriteTo(stream);
        var whole = stream.ToArray();

        Frame.Read(new MemoryStream(whole[..^1])).ShouldBeNull();
        (await Frame.ReadAsync(new MemoryStream(whole[..2]), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public void What_is_no_message_is_refused()
    {
        Should.Throw<InvalidDataException>(() => Frame.Read(new MemoryStream([255, 255, 255, 255, 0])));
        Should.Throw<InvalidDataException>(() => HostReply.Read([99]));
        Should.Throw<InvalidDataException>(() => HostRequest.Read([99]));
    }

    private static void Same(HostRequest request) => Bytes(Through(request).WriteTo).ShouldBe(Bytes(request.WriteTo));

    private static void Same(HostReply reply) => Bytes(HostReply.Read(Frame.Read(new MemoryStream(Bytes(reply.WriteTo)))!).WriteTo).ShouldBe(Bytes(reply.WriteTo));

    private static HostRequest Through(HostRequest request) => HostRequest.Read(Frame.Read(new MemoryStream(Bytes(request.WriteTo)))!);

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }
}
