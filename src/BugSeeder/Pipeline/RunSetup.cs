using BugSeeder.Execution.Git;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Grades;
using BugSeeder.Model.Runs;
using BugSeeder.Model.Specs;
using BugSeeder.Model.Statistics;
using BugSeeder.Model.Trials;
using BugSeeder.Specs;
using BugSeeder.Storage;

namespace BugSeeder.Pipeline;

/// <summary>The inputs of a run, read and checked before anything is built or spent.</summary>
/// <param name="Source">The target.</param>
/// <param name="Bank">The bank.</param>
/// <param name="Specs">The spec variants by the name of their briefing.</param>
/// <param name="Briefings">The briefings, <c>none</c> first.</param>
/// <param name="Bugs">The chosen bugs.</param>
/// <param name="Controls">The bugs whose undone workspaces serve as controls.</param>
/// <param name="LeftOut">Files that restate the spec, with the reason.</param>
internal sealed record RunSetup(
    TargetSource Source,
    StoredBank Bank,
    IReadOnlyDictionary<string, SpecVariant> Specs,
    IReadOnlyList<Briefing> Briefings,
    IReadOnlyList<Bug> Bugs,
    IReadOnlyList<Bug> Controls,
    IReadOnlyDictionary<string, string> LeftOut)
{
    public static RunSetup Read(RunRequest request)
    {
        var source = TargetReader.Read(request.Target);
        var bank = FindBank(new TargetStore(source.Folder), request.Bank);
        if (bank.Bank.Target.Tree != source.Tree.Hash)
            throw new UserError(
                $"The bank '{bank.Name}' was made for another state of the target{(bank.Bank.Target.Commit is { } commit ? $" (commit {commit[..10]})" : "")}.",
                "Make a new bank with `bugseeder seed`, or check out the state it was made for.");
        var specs = request.Specs.Select(path => SpecVariant.Read(path, source.Folder)).ToList();
        if (specs.GroupBy(spec => NameOf(spec, specs)).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new UserError($"The specs {string.Join(" and ", same.Select(spec => $"'{spec.Path}'"))} would go by the same name.", "Name each spec once, and let their files have different names.");
        var named = specs.ToDictionary(spec => specs.Count == 1 ? "spec" : $"spec:{NameOf(spec, specs)}", StringComparer.Ordinal);
        RefuseUnknownSections(named.Values, request.Ablation);
        var briefings = BriefingsOf(named, request);
        var (bugs, controls) = Choose(bank, request);
        return new(source, bank, named, briefings, bugs, controls, Restatement.Find(source.Tree, specs, request.LeaveOut));
    }

    /// <summary>How many trials there are, and what they can show.</summary>
    public RunPlan Plan(RunRequest request)
    {
        var (ablated, isAtMost) = Ablated(request);
        var perAssistant = TrialCount.Of(Briefings, Bugs.Count, Controls.Count, request.Repetitions) + ablated;
        var trials = perAssistant * request.Assistants.Count;
        var (cost, hours, from) = PastTrials.Expect(new TargetStore(Source.Folder), request.Assistants, perAssistant, request.Parallel);
        return new(
            trials, Bugs.Count, Controls.Count, [.. Briefings.Select(briefing => briefing.Name)], [.. request.Assistants.Select(assistant => assistant.Name)],
            Power.SmallestEffect(Bugs.Count, request.Repetitions), trials * request.Limits.Time.TotalHours / request.Parallel, trials * request.Limits.CostUsd)
        {
            ExpectedCostUsd = cost,
            ExpectedHours = hours,
            ExpectedFrom = from,
            AblationTrials = ablated * request.Assistants.Count,
            AblationIsAtMost = isAtMost,
        };
    }

    /// <summary>How many trials of each assistant leave parts of a spec out; exact where every spec has been traced.</summary>
    private (int Trials, bool IsAtMost) Ablated(RunRequest request)
    {
        if (request.Ablation is not { } ablation)
            return (0, false);
        var store = new TargetStore(Source.Folder);
        var counts = Specs.Values.Select(variant => variant.Parse()).Where(spec => SectionUnits.Of(spec, ablation.Sections).Count > 0)
            .Select(spec => TraceFolder.Read(store, spec.Hash, Source.Tree.Hash, Bank.Hash, ToolVersion.Current) is { } trace ? AblationLots.Draw(ablation, spec, trace, [.. Bugs.Select(bug => bug.Id)], request.SeedNumber).Count : (int?)null).ToList();
        return (counts.Sum(count => count ?? AblationLots.AtMost(ablation, Bugs.Count)), counts.Contains(null));
    }

    private static void RefuseUnknownSections(IEnumerable<SpecVariant> specs, Ablation? ablation)
    {
        if (ablation is null)
            return;
        var parsed = specs.Select(variant => variant.Parse()).ToList();
        if (parsed.Count == 0)
            throw new UserError("Sections are to be left out, and there is no spec.", "Name a spec with --spec, or under `specs` in bugseeder.yml.");
        var known = parsed.SelectMany(spec => SectionUnits.Of(spec)).Select(section => section.Id).Distinct().ToList();
        if (ablation.Sections.FirstOrDefault(name => !parsed.Any(spec => spec.AllSections.Any(section => section.Id.Equals(name, StringComparison.OrdinalIgnoreCase)))) is { } unknown)
            throw new UserError($"No spec has a section '{unknown}'.", $"Name sections by their ids, such as {string.Join(", ", known)}; or give --ablate alone for all of these.");
        if (known.Count == 0)
            throw new UserError("No spec has a section with a clause, so there is nothing to leave out.", "Give the spec headings, and requirements below them.");
        foreach (var spec in parsed)
            _ = SectionUnits.Of(spec, ablation.Sections);
    }

    private static List<Briefing> BriefingsOf(IReadOnlyDictionary<string, SpecVariant> named, RunRequest request)
    {
        var specs = named.Select(entry => new Briefing(entry.Key, entry.Value.Path, HelpLevel.Spec)).ToList();
        var placebos = specs.Where(_ => request.HasPlacebo).Select(spec => spec with { Name = Briefing.PlaceboOf(spec.Name), Form = BriefingForm.Placebo });
        return [Briefing.None, .. specs, .. placebos, .. request.Full ? [Briefing.Full] : Array.Empty<Briefing>()];
    }

    internal static StoredBank FindBank(TargetStore store, string? name)
    {
        var banks = store.Banks;
        if (name is not null)
            return banks.Contains(name) ? BankFolder.Read(store.Bank(name)) : throw new UserError($"There is no bank '{name}'.", banks.Count == 0 ? "Make one with `bugseeder seed`." : $"There is: {string.Join(", ", banks)}.");
        return banks.Count switch
        {
            0 => throw new UserError("The target has no bank of bugs yet.", "Make one with `bugseeder seed`."),
            1 => BankFolder.Read(store.Bank(banks[0])),
            _ => throw new UserError($"The target has {banks.Count} banks: {string.Join(", ", banks)}.", "Say which with --bank."),
        };
    }

    private static string NameOf(SpecVariant spec, List<SpecVariant> all) => all.Count(other => other.Name == spec.Name) == 1 ? spec.Name : spec.Path.Replace('/', '-');

    private static (IReadOnlyList<Bug> Bugs, IReadOnlyList<Bug> Controls) Choose(StoredBank bank, RunRequest request)
    {
        var bugs = request.Half is { } half ? [.. bank.Bugs.Where(bug => BankHalves.Of(bug) == half)] : bank.Bugs;
        var name = request.Half is null ? $"the bank '{bank.Name}'" : $"the {request.Half.ToString()!.ToLowerInvariant()} half of the bank '{bank.Name}'";
        if (request.Bugs > bugs.Count)
            throw new UserError($"{request.Bugs} bugs were asked for, and {name} has {bugs.Count}.", $"Ask for at most {bugs.Count} with --bugs, or make a larger bank with `bugseeder seed --bugs`.");
        if (request.Controls > bugs.Count)
            throw new UserError($"{request.Controls} controls were asked for, and {name} has {bugs.Count} bugs to make them from.", $"Ask for at most {bugs.Count} with --controls.");
        var order = BugChoice.Order(bugs, request.SeedNumber);
        return ([.. order.Take(request.Bugs)], [.. order.Take(request.Controls)]);
    }
}
