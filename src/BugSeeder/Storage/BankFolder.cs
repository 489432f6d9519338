using System.Text.Json;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;

namespace BugSeeder.Storage;

/// <summary>A bank with its bugs, as it is on disk.</summary>
/// <param name="Name">The bank's name, which is its folder's.</param>
/// <param name="Hash">SHA-256 over its files.</param>
/// <param name="Bank">What it was made from.</param>
/// <param name="Bugs">Its bugs, in order.</param>
public sealed record StoredBank(string Name, string Hash, Bank Bank, IReadOnlyList<Bug> Bugs)
{
    /// <summary>The bug of this id, or of this unambiguous beginning.</summary>
    /// <exception cref="UserError">There is none, or more than one.</exception>
    public Bug Find(string id) => Bugs.Where(bug => bug.Id.StartsWith(id, StringComparison.Ordinal)).ToList() switch
    {
        [var bug] => bug,
        [] => throw new UserError($"The bank '{Name}' has no bug '{id}'.", $"It has: {string.Join(", ", Bugs.Select(bug => bug.Id))}."),
        var several when several.Find(bug => bug.Id == id) is { } exact => exact,
        var several => throw new UserError($"'{id}' fits {several.Count} bugs of the bank '{Name}'.", $"Say which: {string.Join(", ", several.Select(bug => bug.Id))}."),
    };
}

/// <summary>Banks on disk.</summary>
public static class BankFolder
{
    /// <summary>Writes a bank in place of what is there. It becomes visible as a whole or not at all.</summary>
    /// <param name="folder">The bank's folder.</param>
    /// <param name="bank">The bank.</param>
    /// <param name="seeds">Every judged seed with its verdict.</param>
    /// <param name="bugs">Each bug with the patches that plant it and take it back.</param>
    public static void Write(string folder, Bank bank, IEnumerable<SeedRecord> seeds, IEnumerable<(Bug Bug, string Planted, string Fix)> bugs)
    {
        var (staging, retired) = (Beside(folder, "new"), Beside(folder, "old"));
        Clear(staging);
        Clear(retired);
        Directory.CreateDirectory(staging);
        File.WriteAllText(Path.Combine(staging, "bank.json"), Json.ToText(bank));
        File.WriteAllText(Path.Combine(staging, "seeds.jsonl"), string.Concat(seeds.Select(seed => Json.ToLine(seed) + "\n")));
        foreach (var (bug, planted, fix) in bugs)
        {
            var inner = Path.Combine(staging, "bugs", bug.Id);
            Directory.CreateDirectory(inner);
            File.WriteAllText(Path.Combine(inner, "bug.json"), Json.ToText(bug));
            File.WriteAllText(Path.Combine(inner, "bug.patch"), planted);
            File.WriteAllText(Path.Combine(inner, "fix.patch"), fix);
        }

        // Whoever is killed in here leaves a whole bank, if only under the other name.
        if (Directory.Exists(folder))
            Directory.Move(folder, retired);
        Directory.Move(staging, folder);
        Clear(retired);
    }

    /// <summary>Reads a bank.</summary>
    /// <exception cref="UserError">A file of it is missing or damaged.</exception>
    public static StoredBank Read(string folder)
    {
        var bank = ReadFile<Bank>(Path.Combine(folder, "bank.json"), found => found.SchemaVersion == Json.SchemaVersion && found.Bugs.All(id => id is not null));
        var bugs = bank.Bugs.Select(id => ReadFile<Bug>(Path.Combine(folder, "bugs", id, "bug.json"), bug => bug.Id == id && IsWhole(bug))).ToList();
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var hash = StableHash.Of(files.SelectMany(file => (string[])[Path.GetRelativePath(folder, file).Replace('\\', '/'), StableHash.Of(File.ReadAllBytes(file))]));
        return new(Path.GetFileName(folder), hash, bank, bugs);
    }

    /// <summary>Reads every judged seed of a bank.</summary>
    /// <exception cref="UserError">The file is missing or damaged.</exception>
    public static IReadOnlyList<SeedRecord> ReadSeeds(string folder)
    {
        var file = Path.Combine(folder, "seeds.jsonl");
        try
        {
            return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Json.Read<SeedRecord>)];
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            throw Damaged(file, problem.Message);
        }
    }

    /// <summary>A folder beside a bank's that is not taken for a bank.</summary>
    private static string Beside(string folder, string kind) => Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.{kind}");

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static T ReadFile<T>(string file, Predicate<T> isWhole)
    {
        try
        {
            return Json.Read<T>(File.ReadAllText(file)) is var read && isWhole(read) ? read : throw Damaged(file, $"it is no such record of schema version {Json.SchemaVersion}.");
        }
        catch (Exception problem) when (problem is JsonException or IOException)
        {
            throw Damaged(file, problem.Message);
        }
    }

    /// <summary>What JSON cannot say of a bug by itself, and what everything that uses it relies on.</summary>
    private static bool IsWhole(Bug bug) =>
        bug.SchemaVersion == Json.SchemaVersion
        && bug.Seed.Edits is { Count: > 0 } edits && edits.All(edit => edit is { Start: >= 0 })
        && bug.Witnesses is { Count: > 0 } witnesses && witnesses.All(witness => witness?.Contains("::", StringComparison.Ordinal) ?? false)
        && bug.Failures.Count == witnesses.Count;

    private static UserError Damaged(string file, string reason) =>
        new($"The bank file '{file}' cannot be read: {reason}", "Restore it from version control, or make the bank again with `bugseeder seed`.");
}
