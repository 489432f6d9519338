namespace Tariff;

/// <summary>Decides who may see, export and adjust bills; every denial is recorded.</summary>
public sealed class AccessPolicy
{
    public const decimal AgentLimit = 50.00m;
    public const decimal SupervisorLimit = 500.00m;

    private readonly AuditLog _audit;

    public AccessPolicy(AuditLog audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        _audit = audit;
    }

    public static bool CanView(Principal principal, AccountNumber account) => principal.Role switch
    {
        Role.Customer => principal.Owns(account),
        Role.Agent or Role.Supervisor or Role.Auditor => true,
        _ => false,
    };

    public static bool CanExport(Principal principal, AccountNumber account) => principal.Role switch
    {
        Role.Customer => principal.Owns(account),
        Role.Supervisor or Role.Auditor => true,
        _ => false,
    };

    public static bool CanAdjust(Principal principal, AccountNumber account, decimal amount)
    {
        if (principal.Owns(account))
        {
            return false;
        }

        return principal.Role switch
        {
            Role.Agent => Math.Abs(amount) <= AgentLimit,
            Role.Supervisor => Math.Abs(amount) <= SupervisorLimit,
            _ => false,
        };
    }

    public void EnsureCanView(Principal principal, AccountNumber account) =>
        Ensure(CanView(principal, account), principal, "view", account);

    public void EnsureCanExport(Principal principal, AccountNumber account) =>
        Ensure(CanExport(principal, account), principal, "export", account);

    public void EnsureCanAdjust(Principal principal, AccountNumber account, decimal amount) =>
        Ensure(CanAdjust(principal, account, amount), principal, "adjust", account);

    private void Ensure(bool allowed, Principal principal, string action, AccountNumber account)
    {
        if (allowed)
        {
            return;
        }

        _audit.Append(AuditKind.AccessDenied, principal.Id, $"{action} {account}");
        throw new AccessDeniedException($"You may not {action} this bill.");
    }
}
