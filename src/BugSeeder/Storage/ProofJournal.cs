using System.Text.Json;
using BugSeeder.Model;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;

namespace BugSeeder.Storage;

/// <summary>One judged seed, kept so that it need not be judged again for the same tree.</summary>
/// <param name="Seed">The seed's id; with <see cref="Confirmed"/> behind it, what the real build said of one that was taken.</param>
/// <param name="Verdict">What it was.</param>
/// <param name="Reason">Why.</param>
/// <param name="Witnesses">Its witnesses.</param>
/// <param name="Failures">Their messages.</param>
/// <param name="Hidden">Tests that had to leave together with them.</param>
public sealed record ProofLine(string Seed, SeedVerdict Verdict, string Reason, IReadOnlyList<string> Witnesses, IReadOnlyList<string> Failures, IReadOnlyList<string> Hidden)
{
    /// <summary>Stands behind the id of a seed that was taken for a bug: what became of it then is a verdict of its own, so that a seeding that goes on goes the same way.</summary>
    public const string Confirmed = " confirmed";

    /// <summary>The hash of what it compiles to, where no test notices it; equal hashes are the same seed twice.</summary>
    public string? Image { get; init; }
}

/// <summary>An append-only file of proofs. A cut-off last line is as if it had not been written.</summary>
public sealed class ProofJournal : IDisposable
{
    private readonly Dictionary<string, ProofLine> known = new(StringComparer.Ordinal);
    private readonly FileStream file;

    /// <summary>Opens or starts a journal; it is ours alone until it is closed.</summary>
    /// <exception cref="UserError">Another process has it open.</exception>
    public ProofJournal(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        file = Open(path);
        using (var reader = new StreamReader(file, leaveOpen: true))
        {
            while (reader.ReadLine() is { } line)
                Remember(line);
        }

        CutOffTail();
    }

    /// <summary>How many proofs it has.</summary>
    public int Count => known.Count;

    /// <summary>The proof of a seed, if it was judged before.</summary>
    public ProofLine? Find(string seed)
    {
        lock (known)
            return known.GetValueOrDefault(seed);
    }

    /// <summary>Adds a proof and has it on disk before it returns.</summary>
    public void Add(ProofLine proof)
    {
        lock (known)
        {
            known[proof.Seed] = proof;
            file.Write(System.Text.Encoding.UTF8.GetBytes(Json.ToLine(proof) + "\n"));
            file.Flush(flushToDisk: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UserError("Another process is seeding this target right now.", "Wait until it is done; what it has judged need not be judged again.");
        }
    }

    private void Remember(string line)
    {
        try
        {
            var proof = Json.Read<ProofLine>(line);
            known[proof.Seed] = proof;
        }
        catch (JsonException)
        {
            // Written half when the process was killed.
        }
    }

    private void CutOffTail()
    {
        file.Seek(0, SeekOrigin.End);
        while (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() == '\n')
                return;
            file.SetLength(file.Length - 1);
        }
    }
}
