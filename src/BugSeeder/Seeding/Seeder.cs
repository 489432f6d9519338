using BugSeeder.Code;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Mutators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Seeding;

/// <summary>The stage that finds every place where a mistake could be made.</summary>
internal static class Seeder
{
    /// <summary>Every seed of the product projects, each once, in the order of files and positions.</summary>
    public static IReadOnlyList<Seed> Propose(TargetCode code, CancellationToken cancellationToken)
    {
        var files = code.Products
            .SelectMany(project => project.Trees.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (project.Compilation, Path: entry.Key, Tree: entry.Value)))
            .ToArray();
        var found = new List<Seed>[files.Length];
        Parallel.For(0, files.Length, new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            var model = files[index].Compilation.GetSemanticModel(files[index].Tree);
            found[index] = [.. Proposals.In(model, cancellationToken).Select(proposal => From(proposal, files[index].Path, model, cancellationToken))];
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
        var lines = text.Lines.GetLinePositionSpan(proposal.Node.Span);
        var place = new CodePlace(path, lines.Start.Line + 1, lines.End.Line + 1, MemberNames.Around(proposal.Node, model, cancellationToken));
        var hunks = edits.Select(edit => text.Lines.GetLinePositionSpan(new(edit.Start, edit.Original.Length))).Aggregate(
            new List<LinePositionSpan>(),
            (found, span) =>
            {
                // A mutator stays within one member, so its edits differ in their lines at most.
                if (found.Count > 0 && span.Start.Line <= found[^1].End.Line + 1)
                    found[^1] = new(found[^1].Start, span.End);
                else
                    found.Add(span);
                return found;
            });
        return new(IdOf(edits), proposal.Source, proposal.Mutator, proposal.Class, proposal.Traits, proposal.Mistake, edits, place)
        {
            Shape = hunks.Count > 1 ? BugShape.SeveralHunks : BugShape.OneHunk,
        };
    }
}
