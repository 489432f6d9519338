using BugSeeder.Model.Text;

namespace BugSeeder.Mutators.Code;

/// <summary>How easily one name is taken for another.</summary>
internal static class Names
{
    /// <summary>From 0 (nothing in common) to 1 (equal): one minus the edit distance over the longer length, case ignored.</summary>
    public static double Similarity(string left, string right)
    {
        var longer = Math.Max(left.Length, right.Length);
        return longer == 0 ? 1 : 1 - (EditDistance.Of(left.ToUpperInvariant(), right.ToUpperInvariant()) / (double)longer);
    }

    /// <summary>Whether two names differ only in case or underscores, as a property and its field do: they often hold the same value.</summary>
    public static bool AreTheSame(string left, string right) =>
        string.Equals(left.Replace("_", "", StringComparison.Ordinal), right.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
}
