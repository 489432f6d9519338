using BugSeeder.Assisting;

namespace BugSeeder.Tests.Assisting;

public sealed class RateGateTests
{
    private readonly HandClock clock = new();
    private readonly List<string> notes = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trial_at_the_limit_holds_up_all_of_them()
    {
        var gate = Gate();
        var first = await gate.PassAsync(Cancel);
        gate.Close(first).ShouldBe(TimeSpan.FromSeconds(30));

        var others = Enumerable.Range(0, 3).Select(_ => gate.PassAsync(Cancel)).ToList();
        clock.Move(TimeSpan.FromSeconds(29));
        others.ShouldAllBe(other => !other.IsCompleted);

        clock.Move(TimeSpan.FromSeconds(2));
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task Trials_that_run_into_the_limit_together_close_the_gate_once()
    {
        var gate = Gate();
        var tickets = new[] { await gate.PassAsync(Cancel), await gate.PassAsync(Cancel) };

        gate.Close(tickets[0]).ShouldBe(TimeSpan.FromSeconds(30));
        clock.Move(TimeSpan.FromSeconds(10));
        gate.Close(tickets[1]).ShouldBe(TimeSpan.FromSeconds(20));

        notes.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pauses_double_until_something_gets_through()
    {
        var gate = Gate();
        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(30));
        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(60));
        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(120));

        clock.Move(TimeSpan.FromSeconds(120));
        gate.Through(await gate.PassAsync(Cancel));

        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Patience_ends()
    {
        var gate = Gate(TimeSpan.FromSeconds(100));
        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(30));
        (await CloseAsync(gate)).ShouldBe(TimeSpan.FromSeconds(60));
        (await CloseAsync(gate)).ShouldBeNull();
    }

    private RateGate Gate(TimeSpan? patience = null) => new(clock, patience ?? TimeSpan.FromHours(1), notes.Add);

    private async Task<TimeSpan?> CloseAsync(RateGate gate)
    {
        clock.Move(TimeSpan.FromMinutes(20));
        return gate.Close(await gate.PassAsync(Cancel));
    }
}
