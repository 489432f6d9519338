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

        return new(Project, compilation, trees);
    }
}
