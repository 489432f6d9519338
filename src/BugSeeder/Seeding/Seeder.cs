using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Mutators;
using BugSeeder.Mutators.FromPacks;
using Microsoft.CodeAnalysis;

namespace BugSeeder.Seeding;

/// <summary>The stage that finds every place where a mistake could be made.</summary>
internal static class Seeder
{
    /// <summary>Every seed of the product projects, each once, in the order of files and positions.</summary>
    public static IReadOnlyList<Seed> Propose(TargetCode code, IReadOnlyList<Pack> packs, CancellationToken cancellationToken)
    {
        var files = code.Products
            .SelectMany(project => project.Trees.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (project.Compilation, Path: entry.Key, Tree: entry.Value)))
            .ToArray();
        var found = new List<Seed>[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var model = files[index].Compilation.GetSemanticModel(files[index].Tree);
            found[index] = [.. Proposals.In(model, packs, cancellationToken).Select(proposal => From(proposal, files[index].Path, model, cancellationToken))];
        });
        // A file that several projects compile is proposed once.
        return [.. found.SelectMany(seeds => seeds).DistinctBy(seed => seed.Id)];
    }

    /// <summary>A short name for edits: the same edits have the same name in every bank.</summary>
    public static string IdOf(IEnumerable<TextEdit> edits) =>
        StableHash.Of(edits.SelectMany(edit => (string[])[edit.File, $"{edit.Start}", edit.Original, edit.Replacement]))[..10];

    private static Seed From(Proposal proposal, string path, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = model.SyntaxTree.GetText(cancellationToken);
        var edits = proposal.Replacements
            .OrderBy(replacement => replacement.Span.Start)
            .Select(replacement => new TextEdit(path, replacement.Span.Start, text.ToString(replacement.Span), replacement.NewText))
            .ToList();
        var places = PlacesOf(edits, path, model, cancellationToken);
        var lines = text.Lines.GetLinePositionSpan(proposal.Node.Span);
        return new(IdOf(edits), proposal.Source, proposal.Mutator, proposal.Class, proposal.Traits, proposal.Mistake, edits,
            places.Count > 1 ? places[0] : new CodePlace(path, lines.Start.Line + 1, lines.End.Line + 1, places[0].Member))
        {
            Shape = Hunks.ShapeOf(places),
            Places = places.Count > 1 ? places : null,
        };
    }

    /// <summary>Each hunk of a slip: a run of changed lines, with the member that it stands in.</summary>
    private static List<CodePlace> PlacesOf(List<TextEdit> edits, string path, SemanticModel model, CancellationToken cancellationToken)
    {
        var (text, root) = (model.SyntaxTree.GetText(cancellationToken), model.SyntaxTree.GetRoot(cancellationToken));
        var hunks = new List<CodePlace>();
        foreach (var edit in edits)
        {
            var first = text.Lines.GetLineFromPosition(edit.Start).LineNumber + 1;
            var last = text.Lines.GetLineFromPosition(Math.Max(edit.Start, edit.Start + edit.Original.Length - 1)).LineNumber + 1;
            // Whole lines begin with blanks, which may still belong to what stands before.
            var word = edit.Start + edit.Original.Length - edit.Original.TrimStart().Length;
            if (hunks.Count > 0 && first <= hunks[^1].EndLine + 1)
                hunks[^1] = hunks[^1] with { EndLine = Math.Max(last, hunks[^1].EndLine) };
            else
                hunks.Add(new(path, first, last, MemberNames.Around(root.FindToken(word).Parent!, model, cancellationToken)));
        }

        return hunks;
    }
}
