using BugSeeder.Model;

namespace BugSeeder.Storage;

/// <summary>What BugSeeder keeps in a target: the folder <c>.bugseeder</c>.</summary>
public sealed class TargetStore
{
    /// <summary>What is kept in this target.</summary>
    /// <param name="target">The target's folder.</param>
    /// <exception cref="UserError">There is no such folder.</exception>
    public TargetStore(string target)
    {
        if (!Directory.Exists(target))
            throw new UserError($"The target folder '{target}' does not exist.", "Give an existing folder with --target.");
        Root = Path.Combine(target, ".bugseeder");
    }

    private string Root { get; }

    /// <summary>The folder of a bank.</summary>
    /// <exception cref="UserError">The name cannot be a bank's.</exception>
    public string Bank(string name) => Path.Combine(Root, "banks", StoredName.Checked("bank", name));

    /// <summary>The folder of a run.</summary>
    /// <exception cref="UserError">The id cannot be a run's.</exception>
    public string Run(string id) => Path.Combine(Root, "runs", StoredName.Checked("run", id));

    /// <summary>The names of the banks, in ordinal order.</summary>
    public IReadOnlyList<string> Banks => Names("banks", "bank.json");

    /// <summary>The ids of the runs, oldest first: an id starts with its time.</summary>
    public IReadOnlyList<string> Runs => Names("runs", "run.json");

    /// <summary>Makes the folder; what is in it and not to be committed is ignored from within, so that the target's own files stay untouched.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Root);
        var ignore = Path.Combine(Root, ".gitignore");
        if (!File.Exists(ignore))
            File.WriteAllText(ignore, "runs/\nproofs/\ntraces/\n");
    }

    /// <summary>The journal of proofs for one tree: a seeding that was stopped goes on where it was.</summary>
    public string Proofs(string key) => Path.Combine(Root, "proofs", key + ".jsonl");

    /// <summary>The file with the links of one text of a spec.</summary>
    public string Trace(string specHash) => Path.Combine(Root, "traces", specHash + ".json");

    private List<string> Names(string kind, string file) =>
        Directory.Exists(Path.Combine(Root, kind))
            ? [.. Directory.EnumerateDirectories(Path.Combine(Root, kind)).Where(folder => File.Exists(Path.Combine(folder, file))).Select(folder => Path.GetFileName(folder)!).Where(name => !name.StartsWith('.')).Order(StringComparer.Ordinal)]
            : [];
}
