using BugSeeder.Hosting;

namespace BugSeeder.Tests.Proving;

public sealed class MemoryTests
{
    private const long Gibibyte = 1L << 30;

    [Fact]
    public void Where_there_is_plenty_all_lanes_are_had_and_chains_are_longer() => Memory.Share(20 * Gibibyte, 2, []).ShouldBe((2, Gibibyte, 400));

    [Fact]
    public void Where_there_is_little_there_is_one_lane_with_short_chains() => Memory.Share(Gibibyte / 2, 8, []).ShouldBe((1, Gibibyte / 2, 228));

    [Fact]
    public void What_the_lanes_need_is_not_given_away_to_chains()
    {
        var (lanes, _, chain) = Memory.Share(4 * Gibibyte, 64, []);

        lanes.ShouldBe(10);
        chain.ShouldBeInRange(200, 210);
    }
}
