namespace Tariff.Tests;

public class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = new(6, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(20));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    [InlineData(3, 12)]
    [InlineData(4, 20)]
    [InlineData(1000, 20)]
    public void Pauses_double_up_to_the_maximum(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Policy.DelayAfter(attempt));
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(45, 45)]
    public void A_longer_pause_asked_for_is_granted(int retryAfter, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Policy.DelayAfter(1, TimeSpan.FromSeconds(retryAfter)));
    }

    [Fact]
    public void Even_the_longest_pause_does_not_overflow()
    {
        var policy = new RetryPolicy(2, TimeSpan.FromDays(1), TimeSpan.MaxValue);

        Assert.Equal(TimeSpan.MaxValue, policy.DelayAfter(int.MaxValue));
    }

    [Fact]
    public void Attempts_are_numbered_from_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.DelayAfter(0));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 5, 4)]
    public void A_policy_that_makes_no_sense_is_refused(int attempts, int baseSeconds, int maxSeconds)
    {
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetryPolicy(attempts, TimeSpan.FromSeconds(baseSeconds), TimeSpan.FromSeconds(maxSeconds)));
    }

    [Fact]
    public void The_standard_policy_tries_five_times_from_two_to_thirty_seconds()
    {
        Assert.Equal(new RetryPolicy(5, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30)), RetryPolicy.Standard);
    }
}
