namespace Tariff;

/// <summary>Submits payments, retrying what may pass and never collecting twice.</summary>
public sealed class PaymentSubmitter
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Task<PaymentReceipt>> _submissions = new(StringComparer.Ordinal);
    private readonly IPaymentGateway _gateway;
    private readonly RetryPolicy _policy;
    private readonly TimeProvider _time;
    private readonly AuditLog _audit;

    public PaymentSubmitter(IPaymentGateway gateway, RetryPolicy policy, TimeProvider time, AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(gateway);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(audit);
        _gateway = gateway;
        _policy = policy;
        _time = time;
        _audit = audit;
    }

    /// <summary>Collects a payment; a payment that was or is being collected is not collected again.</summary>
    public async Task<PaymentReceipt> SubmitAsync(PaymentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.Amount, nameof(request));
        cancellationToken.ThrowIfCancellationRequested();

        var key = request.IdempotencyKey;
        TaskCompletionSource<PaymentReceipt>? mine = null;
        Task<PaymentReceipt>? submission;
        lock (_gate)
        {
            if (!_submissions.TryGetValue(key, out submission))
            {
                mine = new TaskCompletionSource<PaymentReceipt>(TaskCreationOptions.RunContinuationsAsynchronously);
                submission = mine.Task;
                _submissions.Add(key, submission);
            }
        }

        if (mine is not null)
        {
            await RunAsync(mine, request, key, cancellationToken).ConfigureAwait(false);
        }

        return await submission.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync(
        TaskCompletionSource<PaymentReceipt> completion,
        PaymentRequest request,
        string key,
        CancellationToken cancellationToken)
    {
        try
        {
            completion.SetResult(await CollectAsync(request, key, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception error)
        {
            // What failed may be submitted again later.
            lock (_gate)
            {
                _submissions.Remove(key);
            }

            if (error is OperationCanceledException)
            {
                completion.SetCanceled(cancellationToken);
            }
            else
            {
                _audit.Append(AuditKind.SubmissionFailed, "system", $"{request.BillNumber}: {error.Message}");
                completion.SetException(error);
            }
        }
    }

    private async Task<PaymentReceipt> CollectAsync(PaymentRequest request, string key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var confirmation = await _gateway.CollectAsync(request, key, cancellationToken).ConfigureAwait(false);
                var receipt = new PaymentReceipt(key, confirmation, _time.GetUtcNow());
                _audit.Append(
                    AuditKind.SubmissionSucceeded,
                    "system",
                    string.Create(CultureInfo.InvariantCulture, $"{request.BillNumber}: attempt {attempt}"));
                return receipt;
            }
            catch (TransientGatewayException error) when (attempt < _policy.MaxAttempts)
            {
                var delay = _policy.DelayAfter(attempt, error.RetryAfter);
                _audit.Append(
                    AuditKind.SubmissionRetried,
                    "system",
                    string.Create(CultureInfo.InvariantCulture, $"{request.BillNumber}: attempt {attempt} failed, next in {delay.TotalSeconds:0} s"));
                await Task.Delay(delay, _time, cancellationToken).ConfigureAwait(false);
            }
            catch (TransientGatewayException error)
            {
                throw new SubmissionFailedException(attempt, error);
            }
        }
    }
}
