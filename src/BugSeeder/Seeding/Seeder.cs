using BugSeeder.Code;
using BugSeeder.Execution.Trees;
using BugSeeder.Model.Bugs;
using BugSeeder.Model.Text;
using BugSeeder.Mutators;
using BugSeeder.Mutators.FromPacks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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

    /// <summary>Where edits stand in the original.</summary>
    public static CodePlace PlaceOf(IReadOnlyList<TextEdit> edits, SourceTree tree, TargetCode code, CancellationToken cancellationToken)
    {
        var first = edits[0];
        var text = tree.Files[first.File].Text!;
        var end = edits.Where(edit => edit.File == first.File).Max(edit => edit.Start + edit.Original.Length);
        var project = code.Products.FirstOrDefault(product => product.Trees.ContainsKey(first.File));
        var node = project?.Trees[first.File].GetRoot(cancellationToken).FindToken(first.Start).Parent;
        var member = node is null ? "" : MemberOf(node, project!.Compilation.GetSemanticModel(node.SyntaxTree), cancellationToken);
        return new(first.File, LineOf(text, first.Start), LineOf(text, Math.Max(first.Start, end - 1)), member);
    }

    /// <summary>The member that a node stands in, as <c>Namespace.Type.Member</c>; empty outside of any.</summary>
    public static string MemberOf(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var declaration = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not BaseNamespaceDeclarationSyntax);
        var declared = declaration is BaseFieldDeclarationSyntax field ? field.Declaration.Variables[0] : declaration;
        var symbol = declared is null ? null : model.GetDeclaredSymbol(declared, cancellationToken);
        return symbol?.ToDisplayString(MemberFormat) ?? "";
    }

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        memberOptions: SymbolDisplayMemberOptions.IncludeContainingType);

    private static Seed From(Proposal proposal, string path, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = model.SyntaxTree.GetText(cancellationToken);
        var edits = proposal.Replacements
            .OrderBy(replacement => replacement.Span.Start)
            .Select(replacement => new TextEdit(path, replacement.Span.Start, text.ToString(replacement.Span), replacement.NewText))
            .ToList();
        var first = text.Lines.GetLinePosition(Math.Min(proposal.Node.SpanStart, edits[0].Start)).Line + 1;
        var last = text.Lines.GetLinePosition(Math.Max(proposal.Node.Span.End, edits[^1].Start + edits[^1].Original.TrimEnd().Length)).Line + 1;
        var place = new CodePlace(path, first, last, MemberOf(proposal.Node, model, cancellationToken));
        return new(IdOf(edits), proposal.Source, proposal.Mutator, proposal.Class, proposal.Traits, proposal.Mistake, edits, place);
    }

    private static int LineOf(string text, int position) => text.AsSpan(0, Math.Min(position, text.Length)).Count('\n') + 1;
}
