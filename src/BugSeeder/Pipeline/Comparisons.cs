using BugSeeder.Model;
using BugSeeder.Model.Comparisons;
using BugSeeder.Model.Runs;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>Compares two runs of a target from what is on disk.</summary>
public static class Comparisons
{
    /// <summary>Compares the arms that belong together, or those that are named.</summary>
    /// <param name="target">The target's folder.</param>
    /// <param name="first">A run's id, or <c>RUN:ASSISTANT:BRIEFING</c> for one arm of it.</param>
    /// <param name="second">The same for the other.</param>
    /// <exception cref="UserError">A run or an arm is not there, or it is not clear which arms are meant.</exception>
    public static IReadOnlyList<Comparison> Of(string target, string first, string second)
    {
        var store = new TargetStore(target);
        var (left, leftArm) = Read(store, first);
        var (right, rightArm) = Read(store, second);
        if (leftArm is null != rightArm is null)
            throw new UserError("An arm was named for one run and not for the other.", "Name both as RUN:ASSISTANT:BRIEFING, or neither.");
        var pairs = leftArm is not null && rightArm is not null ? [(leftArm, rightArm)] : Comparing.Pairs(left, right);
        if (pairs.Count == 0)
            throw new UserError($"It is not clear which arms of '{first}' and '{second}' belong together.", $"Name one of each: {string.Join(", ", Comparing.Arms(left).Concat(Comparing.Arms(right)).Distinct().Select(Name))}.");
        return [.. pairs.Select(pair => Comparing.Of(left, pair.Item1, right, pair.Item2))];
    }

    private static (RunReport Report, ComparedArm? Arm) Read(TargetStore store, string named)
    {
        var parts = named.Split(':', 3);
        if (!store.Runs.Contains(parts[0]))
            throw new UserError($"There is no run '{parts[0]}'.", store.Runs.Count == 0 ? "Start one with `bugseeder run`." : $"There is: {string.Join(", ", store.Runs)}.");
        var report = RunReports.Read(new RunFolder(store.Run(parts[0])), store);
        if (parts.Length == 1)
            return (report, null);
        var arms = Comparing.Arms(report);
        return (report, arms.FirstOrDefault(arm => parts.Length == 3 && arm.Assistant == parts[1] && arm.Briefing == parts[2])
            ?? throw new UserError($"There is no arm '{named}'.", $"There is: {string.Join(", ", arms.Select(Name))}."));
    }

    private static string Name(ComparedArm arm) => $"{arm.Run}:{arm.Assistant}:{arm.Briefing}";
}
