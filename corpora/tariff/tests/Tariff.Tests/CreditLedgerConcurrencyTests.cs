namespace Tariff.Tests;

public class CreditLedgerConcurrencyTests
{
    [Fact(Timeout = 5000)]
    public async Task A_second_reservation_cannot_slip_in_between_check_and_hold()
    {
        CreditLedger? ledger = null;
        Task<bool>? rival = null;
        var ids = 0;
        ledger = new CreditLedger(Time(), Audit(), TimeSpan.FromHours(1), () =>
        {
            var id = Interlocked.Increment(ref ids);
            if (id == 1)
            {
                rival = OnOwnThread(() => TryReserve(ledger!, 80m));
                rival.Wait(TimeSpan.FromMilliseconds(60));
            }

            return $"R{id}";
        });
        ledger.Grant(Account, 100m, "G");

        var mine = await OnOwnThread(() => TryReserve(ledger, 80m));

        Assert.True(mine);
        Assert.False(await rival!);
        Assert.Equal(20m, ledger.AvailableTo(Account));
    }

    [Fact(Timeout = 5000)]
    public async Task Many_callers_together_never_reserve_more_than_there_is()
    {
        var ledger = new CreditLedger(Time(), Audit(), TimeSpan.FromHours(1));
        ledger.Grant(Account, 100m, "G");

        var attempts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => OnOwnThread(() => TryReserve(ledger, 30m))));

        Assert.Equal(3, attempts.Count(succeeded => succeeded));
        Assert.Equal(10m, ledger.AvailableTo(Account));
    }

    [Fact(Timeout = 5000)]
    public async Task Subscribers_are_told_outside_the_lock()
    {
        var ledger = new CreditLedger(Time(), Audit(), TimeSpan.FromHours(1));
        var answered = false;
        ledger.Changed += (_, _) => answered = OnOwnThread(() => ledger.BalanceOf(Account)).Wait(TimeSpan.FromSeconds(2));

        await OnOwnThread(() => ledger.Grant(Account, 100m, "G"));

        Assert.True(answered);
    }

    [Fact(Timeout = 5000)]
    public async Task A_grant_repeated_at_the_same_time_counts_once()
    {
        var ledger = new CreditLedger(Time(), Audit(), TimeSpan.FromHours(1));

        var granted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OnOwnThread(() => ledger.Grant(Account, 10m, "same"))));

        Assert.Single(granted, succeeded => succeeded);
        Assert.Equal(10m, ledger.BalanceOf(Account));
    }

    private static bool TryReserve(CreditLedger ledger, decimal amount)
    {
        try
        {
            ledger.Reserve(Account, amount);
            return true;
        }
        catch (InsufficientCreditException)
        {
            return false;
        }
    }
}
