using BugSeeder.Model.Bugs;
using BugSeeder.Model.Runs;

namespace BugSeeder.Reports.Tests.Samples;

/// <summary>Six bugs of a small tariff library.</summary>
internal static class SampleBugs
{
    public static IReadOnlyList<BugReport> All { get; } =
    [
        Of("b01-3f9a2c", BugClass.Condition, "boundary-shifted", "A limit that belongs to the block was shut out of it.",
            "src/Tariff/Pricing/BlockTariff.cs", 40, "Tariff.BlockTariff.Split",
            "            var upper = block.UpToKwh is { } limit ? Proration.Threshold(limit, days) : decimal.MaxValue;",
            "            if (inBlock > 0m)", "            if (inBlock >= 0m)", "            {"),
        Of("b02-91d0e4", BugClass.Arithmetic, "off-by-one", "Days are counted from the day after the first.",
            "src/Tariff/Calendar/BillingWindow.cs", 31, "Tariff.BillingWindow.Days",
            "    /// <summary>The days of the window.</summary>",
            "    public int Days => ToExclusive.DayNumber - From.DayNumber;", "    public int Days => ToExclusive.DayNumber - From.DayNumber - 1;", ""),
        Of("b03-77ab10", BugClass.Omission, "guard-missing", "The check of a negative charge is missing.",
            "src/Tariff/Pricing/Proration.cs", 26, "Tariff.Proration.Monthly",
            "        ArgumentNullException.ThrowIfNull(window);",
            "        ArgumentOutOfRangeException.ThrowIfNegative(monthlyCharge);", null, "        return window.ByMonth().Sum(part =>"),
        Of("b04-c02f5e", BugClass.WrongReference, "sibling-member", "The start of the window is used where its end belongs.",
            "src/Tariff/Pricing/Proration.cs", 13, "Tariff.Proration.Occupied",
            "        var from = moveIn ?? window.From;",
            "        var to = moveOut ?? window.ToExclusive;", "        var to = moveOut ?? window.From;", "        if (moveIn is not null && moveOut is not null && moveOut < moveIn)"),
        Of("b05-5be817", BugClass.Literal, "constant-drifted", "A month is taken to have 31 days where the tariff says 30.",
            "src/Tariff/Pricing/Proration.cs", 49, "Tariff.Proration.Threshold",
            "        ArgumentOutOfRangeException.ThrowIfNegative(days);",
            "        return Rounding.Energy(perMonthKwh * days / 30m);", "        return Rounding.Energy(perMonthKwh * days / 31m);", "    }"),
        Of("b06-e4d3aa", BugClass.DotNetSemantics, "midpoint-to-even", "Halves are rounded to even, not away from zero.",
            "src/Tariff/Pricing/Rounding.cs", 22, "Tariff.Rounding.Line",
            "    /// <summary>Rounds a line of the bill to cents.</summary>",
            "    public static decimal Line(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);",
            "    public static decimal Line(decimal amount) => Math.Round(amount, 2, MidpointRounding.ToEven);", ""),
    ];

    /// <summary>The patch that undoes a bug: what a good assistant would hand back.</summary>
    public static string Undo(BugReport bug)
    {
        var edit = bug.Bug.Seed.Edits[0];
        return Diff(edit.File, bug.Bug.Seed.Place.Line, "", edit.Replacement.Length == 0 ? null : edit.Replacement, edit.Original, "");
    }

    private static BugReport Of(
        string id, BugClass bugClass, string mutator, string mistake, string file, int line, string member, string before, string original, string? planted, string after)
    {
        var seed = new Seed(id[4..], SeedSource.BugSeeder, mutator, bugClass, [], mistake, [new(file, 100, original, planted ?? "")], new(file, line, line, member));
        string[] witnesses = [$"Tariff.Tests::{member}Tests.It follows the tariff", $"Tariff.Tests::Tariff.BillTests.A bill | of {id[..3]} adds up"];
        var bug = new Bug(1, id, seed, witnesses, ["Expected 12.40 but found 12.39", "Expected 118.20 but found 118.19"], 212, ["Tariff.Tests::Tariff.BillTests.A hidden one"], bugClass == BugClass.Literal);
        return new(bug, Diff(file, line, before, original, planted, after));
    }

    private static string Diff(string file, int line, string before, string? removed, string? added, string after)
    {
        var lines = new List<string> { $" {before}" };
        lines.AddRange(removed is null ? [] : [$"-{removed}"]);
        lines.AddRange(added is null ? [] : [$"+{added}"]);
        lines.Add($" {after}");
        var counts = $"@@ -{line - 1},{(removed is null ? 2 : 3)} +{line - 1},{(added is null ? 2 : 3)} @@";
        return $"diff --git a/{file} b/{file}\nindex 1111111..2222222 100644\n--- a/{file}\n+++ b/{file}\n{counts}\n{string.Join('\n', lines)}\n";
    }
}
