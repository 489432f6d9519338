namespace Lending.Loans
{
    /// <summary>Why the desk said no. None means that it said yes.</summary>
    public enum Refusal
    {
        None,
        UnknownCard,
        UnknownCopy,
        MembershipEnded,
        OwesTooMuch,
        TooManyLoans,
        HasOverdueLoans,
        ReferenceOnly,
        AlreadyLent,
        HeldForAnother,
        NotLent,
        NoRenewalLeft
    }
}
