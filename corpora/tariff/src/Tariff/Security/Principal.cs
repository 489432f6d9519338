namespace Tariff;

public enum Role
{
    Customer,
    Agent,
    Supervisor,
    Auditor,
}

/// <summary>Who asks, in which role, and which accounts are their own.</summary>
public sealed record Principal(string Id, Role Role, IReadOnlyCollection<AccountNumber> OwnAccounts)
{
    public bool Owns(AccountNumber account) => OwnAccounts.Contains(account);
}
