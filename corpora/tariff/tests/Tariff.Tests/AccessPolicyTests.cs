namespace Tariff.Tests;

public class AccessPolicyTests
{
    [Theory]
    [InlineData(Role.Customer, true, true)]
    [InlineData(Role.Customer, false, false)]
    [InlineData(Role.Agent, false, true)]
    [InlineData(Role.Supervisor, false, true)]
    [InlineData(Role.Auditor, false, true)]
    public void Customers_see_their_own_bills_and_staff_see_all(Role role, bool owns, bool expected)
    {
        Assert.Equal(expected, AccessPolicy.CanView(Who(role, owns), Account));
    }

    [Theory]
    [InlineData(Role.Customer, true, true)]
    [InlineData(Role.Customer, false, false)]
    [InlineData(Role.Agent, false, false)]
    [InlineData(Role.Supervisor, false, true)]
    [InlineData(Role.Auditor, false, true)]
    public void Agents_may_not_export(Role role, bool owns, bool expected)
    {
        Assert.Equal(expected, AccessPolicy.CanExport(Who(role, owns), Account));
    }

    [Theory]
    [InlineData(Role.Agent, 50.00, true)]
    [InlineData(Role.Agent, -50.00, true)]
    [InlineData(Role.Agent, -50.01, false)]
    [InlineData(Role.Supervisor, 500.00, true)]
    [InlineData(Role.Supervisor, 500.01, false)]
    [InlineData(Role.Auditor, 0.01, false)]
    [InlineData(Role.Customer, 0.01, false)]
    public void Adjustments_are_limited_by_role(Role role, decimal amount, bool expected)
    {
        Assert.Equal(expected, AccessPolicy.CanAdjust(Who(role, owns: false), Account, amount));
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Supervisor)]
    public void Nobody_adjusts_their_own_bills(Role role)
    {
        Assert.False(AccessPolicy.CanAdjust(Who(role, owns: true), Account, 1m));
    }

    [Fact]
    public void An_unknown_role_may_do_nothing()
    {
        var nobody = Who((Role)99, owns: true);

        Assert.False(AccessPolicy.CanView(nobody, Account));
        Assert.False(AccessPolicy.CanExport(nobody, Account));
        Assert.False(AccessPolicy.CanAdjust(nobody, OtherAccount, 1m));
    }

    [Fact]
    public void A_denial_is_recorded_with_a_masked_account()
    {
        var audit = Audit();

        var error = Assert.Throws<AccessDeniedException>(() => new AccessPolicy(audit).EnsureCanView(Who(Role.Customer, owns: false), Account));

        Assert.Equal("You may not view this bill.", error.Message);
        var entry = Assert.Single(audit.OfKind(AuditKind.AccessDenied));
        Assert.Equal(("Customer-1", "view ******3040"), (entry.Actor, entry.Detail));
    }

    [Fact]
    public void A_denial_names_the_action()
    {
        var audit = Audit();
        var policy = new AccessPolicy(audit);

        var export = Assert.Throws<AccessDeniedException>(() => policy.EnsureCanExport(User(Role.Agent), Account));
        var adjust = Assert.Throws<AccessDeniedException>(() => policy.EnsureCanAdjust(User(Role.Auditor), Account, 1m));

        Assert.Equal("You may not export this bill.", export.Message);
        Assert.Equal("You may not adjust this bill.", adjust.Message);
        Assert.Equal(["export ******3040", "adjust ******3040"], audit.Entries.Select(entry => entry.Detail));
    }

    [Fact]
    public void What_is_allowed_leaves_no_denial()
    {
        var audit = Audit();

        new AccessPolicy(audit).EnsureCanView(Who(Role.Customer, owns: true), AccountNumber.Parse("ne10203040"));

        Assert.Empty(audit.Entries);
    }

    private static Principal Who(Role role, bool owns) => owns ? User(role, Account) : User(role, OtherAccount);
}
