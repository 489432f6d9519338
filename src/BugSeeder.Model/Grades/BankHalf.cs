using BugSeeder.Model.Text;

namespace BugSeeder.Model.Grades;

/// <summary>One of the two halves of a bank.</summary>
public enum BankHalf
{
    /// <summary>Advice names its bugs.</summary>
    Open,

    /// <summary>Reported in sums only, so that a spec cannot be written to it.</summary>
    Sealed,
}

/// <summary>
/// Which half a bug is in. It hangs on nothing but the place it stands in: bugs of one member are in one half, since advice on one gives away the others, and a
/// bank that grows leaves every bug where it was.
/// </summary>
public static class BankHalves
{
    /// <summary>The half of a bug.</summary>
    public static BankHalf Of(Bugs.Bug bug) =>
        Convert.ToInt32(StableHash.Of("half", bug.Seed.Place.Member.Length > 0 ? bug.Seed.Place.Member : bug.Id)[..2], 16) % 2 == 0 ? BankHalf.Open : BankHalf.Sealed;
}
