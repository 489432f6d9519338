using System.Collections.Immutable;
using BugSeeder.Model.Text;

namespace BugSeeder.Execution.Trees;

/// <summary>
/// The files of a target at one moment, in memory. A planted bug, a workspace and an assistant's result are all trees that share most of their files.
/// </summary>
public sealed class SourceTree
{
    private readonly Lazy<string> hash;

    private SourceTree(ImmutableSortedDictionary<string, TreeFile> files)
    {
        Files = files;
        hash = new(() => StableHash.Of(files.SelectMany(file => (string[])[file.Key, file.Value.Hash])));
    }

    /// <summary>A tree without files.</summary>
    public static SourceTree Empty { get; } = new(ImmutableSortedDictionary.Create<string, TreeFile>(StringComparer.Ordinal));

    /// <summary>Every file by its path relative to the tree, with forward slashes, in ordinal order.</summary>
    public ImmutableSortedDictionary<string, TreeFile> Files { get; }

    /// <summary>SHA-256 over every path and content, in hexadecimal. Equal hashes are equal trees.</summary>
    public string Hash => hash.Value;

    /// <summary>A tree of these files.</summary>
    public static SourceTree Of(IEnumerable<KeyValuePair<string, TreeFile>> files) => new(Empty.Files.AddRange(files));

    /// <summary>The same tree with one file set.</summary>
    public SourceTree With(string path, TreeFile file) => new(Files.SetItem(path, file));

    /// <summary>The same tree with other text in one file, in the file's own encoding and with its own byte order mark.</summary>
    public SourceTree WithText(string path, string text) =>
        With(path, Files.TryGetValue(path, out var file) ? file.WithText(text) : TreeFile.OfText(text));

    /// <summary>The same tree without these files.</summary>
    public SourceTree Without(IEnumerable<string> paths) => new(Files.RemoveRange(paths));

    /// <summary>The paths whose files differ between two trees, in ordinal order.</summary>
    public IReadOnlyList<string> DifferencesTo(SourceTree other) =>
    [
        .. Files.Keys.Union(other.Files.Keys)
            .Where(path => Files.GetValueOrDefault(path)?.Hash != other.Files.GetValueOrDefault(path)?.Hash)
            .Order(StringComparer.Ordinal),
    ];
}
