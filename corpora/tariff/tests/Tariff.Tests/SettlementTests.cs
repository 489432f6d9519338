namespace Tariff.Tests;

public class SettlementTests
{
    private readonly ManualTime _time = Time();
    private readonly CreditLedger _ledger;

    public SettlementTests() => _ledger = new CreditLedger(_time, Audit(), TimeSpan.FromMinutes(10), () => "R1");

    [Theory]
    [InlineData(0, 0, 120)]
    [InlineData(50, 50, 70)]
    [InlineData(119.99, 119.99, 0.01)]
    [InlineData(300, 120, 0)]
    public async Task Credit_is_used_before_money_is_collected(decimal granted, decimal used, decimal collected)
    {
        if (granted > 0m)
        {
            _ledger.Grant(Account, granted, "G");
        }

        var result = await Settle(new FakeGateway());

        Assert.Equal((used, collected), (result.CreditUsed, result.Collected));
        Assert.Equal(granted - used, _ledger.BalanceOf(Account));
    }

    [Fact]
    public async Task The_gateway_is_left_alone_when_credit_covers_the_bill()
    {
        _ledger.Grant(Account, 120m, "G");
        var gateway = new FakeGateway();

        var result = await Settle(gateway);

        Assert.Null(result.Receipt);
        Assert.Empty(gateway.Calls);
    }

    [Fact]
    public async Task Credit_is_given_back_when_the_payment_fails()
    {
        _ledger.Grant(Account, 50m, "G");

        await Assert.ThrowsAsync<SubmissionRejectedException>(() => Settle(new FakeGateway(new SubmissionRejectedException("no"))));

        Assert.Equal((50m, 50m), (_ledger.BalanceOf(Account), _ledger.AvailableTo(Account)));
        Assert.Equal(ReservationState.Released, _ledger.Find("R1")?.State);
    }

    [Fact]
    public async Task Credit_is_held_while_the_payment_is_under_way()
    {
        _ledger.Grant(Account, 50m, "G");
        var during = (Balance: -1m, Available: -1m);
        var gateway = new FakeGateway
        {
            Answer = () =>
            {
                during = (_ledger.BalanceOf(Account), _ledger.AvailableTo(Account));
                return Task.FromResult("OK");
            },
        };

        await Settle(gateway);

        Assert.Equal((50m, 0m), during);
    }

    [Fact]
    public async Task Credit_is_given_back_when_the_payment_is_cancelled()
    {
        _ledger.Grant(Account, 50m, "G");
        using var cancellation = new CancellationTokenSource();
        var gateway = new FakeGateway
        {
            Answer = () =>
            {
                cancellation.Cancel();
                return Task.FromCanceled<string>(cancellation.Token);
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Settle(gateway, cancellation.Token));

        Assert.Equal(50m, _ledger.AvailableTo(Account));
    }

    [Fact]
    public async Task A_cancelled_settlement_touches_no_credit()
    {
        _ledger.Grant(Account, 50m, "G");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Settle(new FakeGateway(), new CancellationToken(canceled: true)));

        Assert.Null(_ledger.Find("R1"));
    }

    private Task<SettlementResult> Settle(IPaymentGateway gateway, CancellationToken cancellationToken = default) =>
        new Settlement(_ledger, new PaymentSubmitter(gateway, RetryPolicy.Standard, _time, Audit())).SettleAsync(Bill(), cancellationToken);
}
