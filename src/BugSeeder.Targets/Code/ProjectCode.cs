using BugSeeder.Model.Bugs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BugSeeder.Code;

/// <summary>A project as the target's own build sees it.</summary>
/// <param name="Project">The project file, relative to the target.</param>
/// <param name="Compilation">Its compilation, source generators run.</param>
/// <param name="Trees">Its source files that belong to the target, by path relative to the target.</param>
internal sealed record ProjectCode(string Project, CSharpCompilation Compilation, IReadOnlyDictionary<string, SyntaxTree> Trees)
{
    /// <summary>What the compiler embeds in the image.</summary>
    public IReadOnlyList<ResourceDescription> Resources { get; init; } = [];

    /// <summary>The source generators, as they stand after their first run; <see langword="null"/> when there are none.</summary>
    public GeneratorDriver? Generators { get; init; }

    /// <summary>The analyzers, loaded when they are first asked for.</summary>
    public Lazy<TargetAnalyzers> Analyzers { get; init; } = new(TargetAnalyzers.None);

    /// <summary>The simple names of the assemblies that the compiler loads for it: analyzers and source generators.</summary>
    public IReadOnlyList<string> BuildTools { get; init; } = [];

    /// <summary>The trees that the generators made.</summary>
    public IReadOnlyList<SyntaxTree> Generated { get; init; } = [];

    /// <summary>The same project with other texts: a null text takes a file out, and a new path adds one.</summary>
    public ProjectCode With(IEnumerable<KeyValuePair<string, string?>> texts)
    {
        var compilation = Compilation;
        var trees = new Dictionary<string, SyntaxTree>(Trees, StringComparer.Ordinal);
        foreach (var (path, text) in texts)
        {
            var old = trees.GetValueOrDefault(path);
            if (text is null)
            {
                if (trees.Remove(path))
                    compilation = compilation.RemoveSyntaxTrees(old!);
                continue;
            }

            var replaced = old is null
                ? CSharpSyntaxTree.ParseText(SourceText.From(text, System.Text.Encoding.UTF8), (CSharpParseOptions)Compilation.SyntaxTrees[0].Options, path)
                : old.WithChangedText(SourceText.From(text, old.Encoding, SourceHashAlgorithm.Sha256));
            compilation = old is null ? compilation.AddSyntaxTrees(replaced) : compilation.ReplaceSyntaxTree(old, replaced);
            trees[path] = replaced;
        }

        return this with { Compilation = compilation, Trees = trees };
    }

    /// <summary>The same project with edits made in it; edits of files that are not its own are passed over.</summary>
    public ProjectCode WithEdits(IEnumerable<TextEdit> edits)
    {
        var compilation = Compilation;
        var trees = new Dictionary<string, SyntaxTree>(Trees, StringComparer.Ordinal);
        foreach (var file in edits.Where(edit => trees.ContainsKey(edit.File)).GroupBy(edit => edit.File, StringComparer.Ordinal))
        {
            var old = trees[file.Key];
            var changes = file.OrderBy(edit => edit.Start).Select(edit => new TextChange(new TextSpan(edit.Start, edit.Original.Length), edit.Replacement));
            trees[file.Key] = old.WithChangedText(old.GetText().WithChanges(changes));
            compilation = compilation.ReplaceSyntaxTree(old, trees[file.Key]);
        }

        return this with { Compilation = compilation, Trees = trees };
    }

    /// <summary>The same project with its source generators run once more, after sources have changed.</summary>
    public ProjectCode Regenerated(CancellationToken cancellationToken)
    {
        if (Generators is null)
            return this;
        var bare = Compilation.RemoveSyntaxTrees(Generated);
        Generators.RunGeneratorsAndUpdateCompilation(bare, out var updated, out _, cancellationToken);
        return this with { Compilation = (CSharpCompilation)updated, Generated = [.. updated.SyntaxTrees.Except(bare.SyntaxTrees)] };
    }
}
