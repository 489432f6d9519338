using System.Globalization;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Storage;

namespace BugSeeder.Cli.Commands;

/// <summary>The tables of <c>bugs list --stats</c>.</summary>
internal static class BankStatisticsText
{
    public static int Print(StoredBank bank, BankStatistics statistics, bool json)
    {
        Console.Out.Write(json ? Json.ToText(new { bank.Name, bank.Hash, bank.Bank.Requested, bank.Bank.Mix, bank.Bank.Misses, bank.Bank.Merged, bank.Bank.History, Statistics = statistics }) : Tables(bank, statistics));
        return (int)ExitCode.Done;
    }

    private static string Tables(StoredBank bank, BankStatistics statistics)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.WriteLine($"bank '{bank.Name}': {bank.Bugs.Count} bugs of {bank.Bank.Requested} wanted, mix {bank.Bank.Mix}; {statistics.All.Judged} seeds judged and {statistics.All.Proposed} proposed");
        Shares(text, "class", statistics.Classes, bank);
        Shares(text, "shape", statistics.Shapes, bank);
        text.WriteLine();
        text.WriteLine($"traits   {string.Join(", ", statistics.Traits.Select(trait => $"{trait.Key} {trait.Value}"))}");
        text.WriteLine($"sources  {string.Join(", ", statistics.Sources.Select(source => $"{source.Key} {source.Value}"))}");
        text.WriteLine($"merged   {bank.Bank.Merged} noticed by the same tests in the same members as a bug of the bank");
        text.WriteLine(Clusters(bank, statistics.Clusters));
        if (bank.Bank.History is { } past)
        {
            text.WriteLine($"past     {past.Walked} commits, {past.Fixes} fixes that touch product and test code, {past.Applicable} can be taken out of today's code, {past.Seeds} seeds");
            foreach (var (reason, count) in past.Dropped)
                text.WriteLine($"         {count} dropped: {reason}");
        }

        Yields(text, statistics);
        Survivors(text, statistics.Survivors);
        return text.ToString();
    }

    private static void Shares(StringWriter text, string what, IReadOnlyList<MixShare> shares, StoredBank bank)
    {
        text.WriteLine();
        text.WriteLine($"{what,-16} wanted  reached  off by");
        foreach (var share in shares)
        {
            var points = bank.Bank.Requested > 0 ? 100.0 * (share.Reached - share.Wanted) / bank.Bank.Requested : 0;
            var why = bank.Bank.Misses.FirstOrDefault(miss => miss.Kind == share.Kind)?.Reason;
            text.WriteLine($"{share.Kind,-16} {share.Wanted,6}  {share.Reached,7}  {(share.Reached == share.Wanted ? "" : $"{points:+0.0;-0.0} points{(why is null ? "" : $", {why}")}")}".TrimEnd());
        }
    }

    private static string Clusters(StoredBank bank, BankClusters clusters)
    {
        var miss = bank.Bank.Misses.FirstOrDefault(miss => miss.Kind == MixMiss.IndependentBugs);
        return $"clusters {clusters.Number} of bugs that share a member or a good part of their witnesses, the largest of {clusters.Largest}; they say as much as {clusters.Effective:0.0} bugs that share nothing{(miss is null ? "" : $", {miss.Wanted} were wanted, {miss.Reason}")}";
    }

    private static void Yields(StringWriter text, BankStatistics statistics)
    {
        var width = statistics.Yields.Select(yield => yield.Mutator.Length).Append(8).Max();
        text.WriteLine();
        text.WriteLine($"{"mutator".PadRight(width)}  proposed  judged  compiled  proven  unnoticed  equivalent  too loud  unusable");
        foreach (var yield in statistics.Yields.Where(yield => yield.Judged > 0).Append(statistics.All))
            text.WriteLine($"{yield.Mutator.PadRight(width)}  {yield.Proposed,8}  {yield.Judged,6}  {yield.Compiled,8}  {yield.Bugs,6}  {yield.NotWitnessed,9}  {yield.Equivalent,10}  {yield.TooLoud,8}  {yield.Unusable,8}");
        text.WriteLine("proven: tests notice it; the bank takes what its mix needs, and the rest may be a part of a combination");
        var idle = statistics.Yields.Count(yield => yield.Judged == 0);
        if (idle > 0)
            text.WriteLine($"{idle} more mutators proposed {statistics.Yields.Where(yield => yield.Judged == 0).Sum(yield => yield.Proposed)} places, of which none was needed");
    }

    private static void Survivors(StringWriter text, IReadOnlyList<Survivor> survivors)
    {
        text.WriteLine();
        text.WriteLine($"{survivors.Count} seed(s) not witnessed by any test{(survivors.Count == 0 ? "" : ": the tests miss them, unless they behave the same")}");
        foreach (var survivor in survivors)
            text.WriteLine($"  {survivor.File}:{survivor.Line}  {survivor.Mutator}  {survivor.Mistake}");
    }
}
