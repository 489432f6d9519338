namespace Tariff.Tests;

public class PaymentSubmitterTests
{
    private static readonly PaymentRequest Request = new("B-1", Account, 42m);
    private static readonly RetryPolicy Policy = new(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8));

    private readonly ManualTime _time = Time();
    private readonly AuditLog _audit = Audit();

    [Fact]
    public async Task A_payment_is_collected_at_the_first_attempt()
    {
        var gateway = new FakeGateway();

        var receipt = await Submitter(gateway).SubmitAsync(Request);

        Assert.Equal(new PaymentReceipt(Request.IdempotencyKey, "OK-1", Noon), receipt);
        Assert.Equal("B-1: attempt 1", Assert.Single(_audit.OfKind(AuditKind.SubmissionSucceeded)).Detail);
    }

    [Fact]
    public async Task Passing_failures_are_retried_after_growing_pauses_with_the_same_key()
    {
        var gateway = new FakeGateway(new TransientGatewayException("busy"), new TransientGatewayException("busy"));

        var receipt = await Submitter(gateway).SubmitAsync(Request);

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], _time.Delays);
        Assert.Equal("OK-3", receipt.Confirmation);
        Assert.Equal(Noon.AddSeconds(3), receipt.At);
        Assert.Equal(Request.IdempotencyKey, Assert.Single(gateway.Calls.Select(call => call.Key).Distinct()));
    }

    [Fact]
    public async Task Every_retry_is_recorded()
    {
        var gateway = new FakeGateway(new TransientGatewayException("busy", TimeSpan.FromSeconds(9)));

        await Submitter(gateway).SubmitAsync(Request);

        Assert.Equal("B-1: attempt 1 failed, next in 9 s", Assert.Single(_audit.OfKind(AuditKind.SubmissionRetried)).Detail);
        Assert.Equal([TimeSpan.FromSeconds(9)], _time.Delays);
    }

    [Fact]
    public async Task The_last_allowed_attempt_ends_the_submission()
    {
        var gateway = new FakeGateway([.. Enumerable.Range(0, 5).Select(_ => new TransientGatewayException("busy"))]);

        var error = await Assert.ThrowsAsync<SubmissionFailedException>(() => Submitter(gateway).SubmitAsync(Request));

        Assert.Equal("The submission failed after 3 attempts.", error.Message);
        Assert.IsType<TransientGatewayException>(error.InnerException);
        Assert.Equal(3, gateway.Calls.Count);
        Assert.Equal(2, _time.Delays.Count);
        Assert.Equal("B-1: The submission failed after 3 attempts.", Assert.Single(_audit.OfKind(AuditKind.SubmissionFailed)).Detail);
    }

    [Fact]
    public async Task A_refusal_is_not_retried()
    {
        var gateway = new FakeGateway(new SubmissionRejectedException("The card is blocked."));

        await Assert.ThrowsAsync<SubmissionRejectedException>(() => Submitter(gateway).SubmitAsync(Request));

        Assert.Single(gateway.Calls);
        Assert.Empty(_time.Delays);
        Assert.Equal("B-1: The card is blocked.", Assert.Single(_audit.OfKind(AuditKind.SubmissionFailed)).Detail);
    }

    [Fact]
    public async Task A_collected_payment_is_not_collected_again()
    {
        var gateway = new FakeGateway();
        var submitter = Submitter(gateway);

        var first = await submitter.SubmitAsync(Request);
        var second = await submitter.SubmitAsync(Request with { BillNumber = " b-1" });

        Assert.Equal(first, second);
        Assert.Single(gateway.Calls);
    }

    [Fact(Timeout = 5000)]
    public async Task A_payment_in_flight_is_not_collected_a_second_time()
    {
        var answer = new TaskCompletionSource<string>();
        var gateway = new FakeGateway { Answer = () => answer.Task };
        var submitter = Submitter(gateway);

        var first = submitter.SubmitAsync(Request);
        var second = submitter.SubmitAsync(Request);
        answer.SetResult("OK");

        Assert.Equal(await first, await second);
        Assert.Single(gateway.Calls);
    }

    [Fact]
    public async Task A_failed_payment_may_be_submitted_again()
    {
        var gateway = new FakeGateway(new SubmissionRejectedException("no"));
        var submitter = Submitter(gateway);
        await Assert.ThrowsAsync<SubmissionRejectedException>(() => submitter.SubmitAsync(Request));

        Assert.Equal("OK-2", (await submitter.SubmitAsync(Request)).Confirmation);
    }

    [Fact(Timeout = 5000)]
    public async Task Cancelling_ends_a_pause_between_attempts()
    {
        using var cancellation = new CancellationTokenSource();
        var time = new ManualTime(Noon) { FiresAtOnce = false, OnDelay = cancellation.Cancel };
        var gateway = new FakeGateway(new TransientGatewayException("busy"));
        var submitter = new PaymentSubmitter(gateway, Policy, time, _audit);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => submitter.SubmitAsync(Request, cancellation.Token));

        Assert.Single(gateway.Calls);
        Assert.Empty(_audit.OfKind(AuditKind.SubmissionFailed));
        Assert.Equal("OK-2", (await submitter.SubmitAsync(Request)).Confirmation);
    }

    [Fact]
    public async Task A_cancelled_submission_does_not_reach_the_gateway()
    {
        var gateway = new FakeGateway();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Submitter(gateway).SubmitAsync(Request, new CancellationToken(canceled: true)));
        Assert.Empty(gateway.Calls);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Only_positive_amounts_are_collected(decimal amount)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => Submitter(new FakeGateway()).SubmitAsync(Request with { Amount = amount }));
    }

    [Fact]
    public void The_key_depends_on_bill_account_and_amount_only()
    {
        var key = Request.IdempotencyKey;

        Assert.Matches("^[0-9a-f]{32}$", key);
        Assert.Equal(key, new PaymentRequest("b-1 ", AccountNumber.Parse("ne10203040"), 42.00m).IdempotencyKey);
        Assert.NotEqual(key, (Request with { Amount = 42.01m }).IdempotencyKey);
        Assert.NotEqual(key, (Request with { BillNumber = "B-2" }).IdempotencyKey);
        Assert.NotEqual(key, (Request with { Account = OtherAccount }).IdempotencyKey);
    }

    [Fact]
    public void The_key_does_not_depend_on_the_culture()
    {
        WithCulture("de-DE", () => Assert.Equal("b7e92661", Request.IdempotencyKey[..8]));
    }

    private PaymentSubmitter Submitter(IPaymentGateway gateway) => new(gateway, Policy, _time, _audit);
}
