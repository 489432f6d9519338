using BugSeeder.Code;
using BugSeeder.Hosting;
using BugSeeder.Mender.Locating;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Mender.Repairing;

/// <summary>A patch to try.</summary>
/// <param name="Project">The project.</param>
/// <param name="Files">What it does to each file, the one that it is about first.</param>
/// <param name="Pattern">The pattern that proposes it.</param>
/// <param name="Score">Suspicion × prior × weight.</param>
internal sealed record Candidate(ProjectCode Project, IReadOnlyList<FileFix> Files, string Pattern, double Score)
{
    /// <summary>Whether it changes what a process runs only once.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Whether it puts in a guard, or changes when one refuses.</summary>
    public bool Guards { get; init; }

    /// <summary>The tests that pass and run what it changes; <see langword="null"/> where any may.</summary>
    public IReadOnlyList<CoveringTest>? Covering { get; init; }

    /// <summary>What fails and runs what it changes; <see langword="null"/> where anything may.</summary>
    public IReadOnlySet<CoveringTest>? Fails { get; init; }

    /// <summary>
    /// How promising it is for a part of what fails: its score, with Ochiai's coefficient taken over that part. What mends a part is mostly elsewhere than what
    /// mends the rest (sequential debugging; Jones et al. 2007).
    /// </summary>
    /// <param name="part">The part of what fails.</param>
    /// <param name="all">How many fail.</param>
    public double ScoreFor(IReadOnlySet<CoveringTest> part, int all)
    {
        if (Fails is null || Fails.Count == 0 || part.Count == 0)
            return Score;
        var (reached, passing) = (Fails.Count(part.Contains), Covering?.Count ?? 0);
        return Score * Suspicion.Ochiai(reached, part.Count, passing) / Suspicion.Ochiai(Fails.Count, all, passing);
    }

    /// <summary>How much it changes, in characters.</summary>
    public int Size => Files.Sum(file => file.Changes.Sum(change => Math.Max(change.Span.Length, change.NewText!.Length)));

    /// <summary>At how many places it changes something.</summary>
    public int Edits => Files.Sum(file => file.Changes.Count);

    /// <summary>The file that it is about.</summary>
    public string File => Files[0].File;

    /// <summary>Where in that file.</summary>
    public TextSpan Span => Files[0].Span;

    /// <summary>Two patches of one project as one; <see langword="null"/> where they change the same text.</summary>
    public static Candidate? Both(Candidate one, Candidate other)
    {
        if (one.Project.Project != other.Project.Project)
            return null;
        var files = one.Files.ToList();
        foreach (var file in other.Files)
        {
            var at = files.FindIndex(known => known.File == file.File);
            if (at < 0)
                files.Add(file);
            else if (files[at].And(file) is { } merged)
                files[at] = merged;
            else
                return null;
        }

        return new(one.Project, files, $"{one.Pattern} and {other.Pattern}", Math.Min(one.Score, other.Score))
        {
            IsOnce = one.IsOnce || other.IsOnce,
            Covering = one.Covering is null || other.Covering is null ? null : [.. one.Covering.Union(other.Covering)],
        };
    }

    /// <summary>A file's text with the patch in it.</summary>
    public SourceText Patched(FileFix file) => Project.Trees[file.File].GetText().WithChanges(file.Changes);

    /// <summary>What it does, in one line.</summary>
    public override string ToString() => $"{Pattern} {Score:0.000} {string.Join(", ", Files.Select(Shown))}".ReplaceLineEndings(" ");

    private string Shown(FileFix file)
    {
        var text = Project.Trees[file.File].GetText();
        return $"{file.File}:{text.Lines.GetLinePosition(file.Span.Start).Line + 1} {string.Join("; ", file.Changes.Select(change => $"'{text.ToString(change.Span)}' -> '{change.NewText}'"))}";
    }
}
