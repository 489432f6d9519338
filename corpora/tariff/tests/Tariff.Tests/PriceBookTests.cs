namespace Tariff.Tests;

public class PriceBookTests
{
    [Fact]
    public async Task A_plan_is_looked_up_once_whatever_the_case_of_its_code()
    {
        var source = new FakePlanSource(TimeOfUsePlan("TOU-1"));
        using var book = new PriceBook(source, Audit());

        var first = await book.GetAsync("TOU-1");
        var second = await book.GetAsync(" tou-1 ");

        Assert.Same(first, second);
        Assert.Single(source.Calls);
    }

    [Fact]
    public async Task Only_the_most_recently_used_plans_are_kept()
    {
        var source = new FakePlanSource(TimeOfUsePlan("A"), TimeOfUsePlan("B"), TimeOfUsePlan("C"));
        using var book = new PriceBook(source, Audit(), capacity: 2);

        foreach (var code in new[] { "A", "B", "A", "C", "A", "B" })
        {
            await book.GetAsync(code);
        }

        Assert.Equal(["A", "B", "C", "B"], source.Calls);
        Assert.Equal(2, book.CachedPlans);
    }

    [Fact(Timeout = 5000)]
    public async Task Callers_that_ask_at_the_same_time_share_one_look_up()
    {
        var answer = new TaskCompletionSource<TariffPlan?>();
        var source = new FakePlanSource { Answer = _ => answer.Task };
        using var book = new PriceBook(source, Audit());

        var first = book.GetAsync("A");
        var second = book.GetAsync("A");
        answer.SetResult(TimeOfUsePlan("A"));

        Assert.Same(await first, await second);
        Assert.Single(source.Calls);
    }

    [Fact(Timeout = 5000)]
    public async Task A_caller_that_gives_up_does_not_end_the_shared_look_up()
    {
        var answer = new TaskCompletionSource<TariffPlan?>();
        var source = new FakePlanSource { Answer = _ => answer.Task };
        using var book = new PriceBook(source, Audit());
        using var cancellation = new CancellationTokenSource();

        var impatient = book.GetAsync("A", cancellation.Token);
        var patient = book.GetAsync("A");
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        answer.SetResult(TimeOfUsePlan("A"));

        Assert.Equal("A", (await patient).Code);
        Assert.Single(source.Calls);
    }

    [Fact]
    public async Task An_unknown_plan_is_reported_and_recorded()
    {
        var audit = Audit();
        using var book = new PriceBook(new FakePlanSource(), audit);

        var error = await Assert.ThrowsAsync<UnknownPlanException>(() => book.GetAsync("GHOST"));

        Assert.Equal("The plan 'GHOST' is not known.", error.Message);
        Assert.Equal("GHOST: The plan 'GHOST' is not known.", Assert.Single(audit.OfKind(AuditKind.PlanLookupFailed)).Detail);
    }

    [Fact]
    public async Task A_failed_look_up_is_not_remembered()
    {
        var source = new FakePlanSource(TimeOfUsePlan("A")) { Answer = _ => Task.FromException<TariffPlan?>(new IOException("down")) };
        using var book = new PriceBook(source, Audit());
        await Assert.ThrowsAsync<IOException>(() => book.GetAsync("A"));
        source.Answer = null;

        Assert.Equal("A", (await book.GetAsync("A")).Code);
        Assert.Equal(2, source.Calls.Count);
    }

    [Fact]
    public async Task A_cancelled_call_does_not_reach_the_source()
    {
        var source = new FakePlanSource(TimeOfUsePlan("A"));
        using var book = new PriceBook(source, Audit());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => book.GetAsync("A", new CancellationToken(canceled: true)));
        Assert.Empty(source.Calls);
    }

    [Fact]
    public async Task A_blank_code_is_refused()
    {
        using var book = new PriceBook(new FakePlanSource(), Audit());

        await Assert.ThrowsAsync<ArgumentException>(() => book.GetAsync(" "));
    }

    [Fact]
    public async Task Sixty_four_plans_are_kept_unless_stated()
    {
        using var book = new PriceBook(new FakePlanSource { Answer = code => Task.FromResult<TariffPlan?>(TimeOfUsePlan(code)) }, Audit());

        for (var number = 1; number <= 70; number++)
        {
            await book.GetAsync($"P{number}");
        }

        Assert.Equal(64, book.CachedPlans);
    }

    [Fact]
    public void A_plan_without_the_price_of_a_period_says_so()
    {
        var plan = TariffPlan.TimeOfUse("NIGHT", [new PeriodRate(Season.Summer, RatePeriod.OffPeak, 0.1m)]);

        Assert.Equal(0.1m, plan.RateFor(Season.Summer, RatePeriod.OffPeak));
        var error = Assert.Throws<BillingException>(() => plan.RateFor(Season.Winter, RatePeriod.Peak));
        Assert.Equal("The plan 'NIGHT' has no price for Winter Peak.", error.Message);
    }
}
